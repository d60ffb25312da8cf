package com.wecomesb.sandbox.kf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.time.Duration;

/** The tokens that come with a nudge and allow {@code kf/sync_msg} for ten minutes (W94670). */
@Simulated
class SyncTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST = 500_000;

    private final Cache<String, String> accounts;
    private final Ids ids;

    SyncTokens(Ids ids, SandboxTime time) {
        this.ids = ids;
        this.accounts = Caffeine.newBuilder()
                .ticker(time.ticker())
                .expireAfterWrite(LIFE)
                .maximumSize(MOST)
                .build();
    }

    String issue(KfAccount account) {
        String token = ids.text("ENCsandbox");
        accounts.put(token, account.id());
        return token;
    }

    boolean isGood(String token, KfAccount account) {
        return account.id().equals(accounts.getIfPresent(token));
    }
}
