package com.wecomesb.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A WeCom account that the bot speaks through.
 *
 * @param name what files and pages call it
 * @param app the app whose credentials it uses, a name of {@code esb.wecom.apps}
 * @param kf the 微信客服 account, {@code wk…}; without it the entry is for the app's own messages
 * @param brand what rules and replies may distinguish it by
 * @param mode how far the bot may go
 * @param handoff the group that is told when the bot itself hands a conversation over
 * @param industry what the bot may not do there, by the account itself or by its app
 * @param testers external_userid or userid of those whom the bot serves in every mode but stopped and shadow
 */
public record Account(
        String name,
        String app,
        @Nullable String kf,
        @Nullable String brand,
        Mode mode,
        Set<String> testers,
        @Nullable String handoff,
        @Nullable Industry industry) {

    public Account {
        testers = Set.copyOf(testers);
    }

    /** An account of no particular industry, whose conversations the bot hands to WeCom's own queue only. */
    public Account(
            String name, String app, @Nullable String kf, @Nullable String brand, Mode mode, Set<String> testers) {
        this(name, app, kf, brand, mode, testers, null, null);
    }

    /** Whether the bot may send to {@code peer}; whom it does not serve is left to people. */
    public boolean serves(String peer) {
        return mode.serves(peer, testers);
    }
}
