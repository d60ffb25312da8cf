package com.wecomesb.sandbox.kf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The codes with which one message may be sent when something happened (W95122), each once. */
@Simulated
class MsgCodes {

    private final Cache<String, Grant> grants;
    private final Ids ids;
    private final SandboxTime time;

    MsgCodes(Ids ids, SandboxTime time) {
        this.ids = ids;
        this.time = time;
        this.grants = Caffeine.newBuilder()
                .ticker(time.ticker())
                .expireAfterWrite(Duration.ofHours(48))
                .build();
    }

    /** What happened, with how long its code lives and what may be sent. */
    enum Occasion {
        ENTERED(Duration.ofSeconds(20), true, null),
        PUT_INTO_POOL(Duration.ofHours(48), false, ServiceState.POOL),
        TAKEN(Duration.ofHours(48), false, ServiceState.HUMAN),
        ENDED(Duration.ofSeconds(20), true, ServiceState.ENDED);

        private final Duration life;
        private final boolean allowsMenus;
        private final @Nullable ServiceState state;

        Occasion(Duration life, boolean allowsMenus, @Nullable ServiceState state) {
            this.life = life;
            this.allowsMenus = allowsMenus;
            this.state = state;
        }

        boolean allows(String type) {
            return type.equals("text") || (allowsMenus && type.equals("msgmenu"));
        }

        /** A code is good only while the session is where the code came from; a welcome always. */
        boolean allows(ServiceState now) {
            return state == null || state == now;
        }
    }

    /** @param expiresAt milliseconds */
    record Grant(Occasion occasion, KfAccount account, String customer, long expiresAt) {}

    String issue(Occasion occasion, KfAccount account, String customer) {
        String code = ids.text("sandboxCode");
        grants.put(code, new Grant(occasion, account, customer, time.millis() + occasion.life.toMillis()));
        return code;
    }

    /** What a code is good for, or null if it never was, was used or is too old. */
    @Nullable
    Grant find(String code) {
        Grant grant = grants.getIfPresent(code);
        return grant == null || time.millis() > grant.expiresAt() ? null : grant;
    }

    /** Uses it up; false if somebody else did. */
    boolean redeem(String code) {
        return grants.asMap().remove(code) != null;
    }
}
