package com.wecomesb.sandbox.wecom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access tokens, one for each app (W91039): within its validity the same one is given again. */
@Simulated
public class AccessTokens {

    static final Duration LIFE = Duration.ofSeconds(7200);
    /** So many old ones are told from invented ones. */
    private static final int REMEMBERED = 1_000;

    private final ConcurrentHashMap<String, Issued> currentByApp = new ConcurrentHashMap<>();
    private final Cache<String, Issued> byToken =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Ids ids;
    private final SandboxTime time;
    private volatile long generation;

    AccessTokens(Ids ids, SandboxTime time) {
        this.ids = ids;
        this.time = time;
    }

    /** @param expiresAt milliseconds */
    record Issued(WecomApp app, String token, long expiresAt, long generation) {

        @Override
        public String toString() {
            return "Issued[" + app.name() + "]";
        }
    }

    Issued issue(WecomApp app) {
        return currentByApp.compute(app.name(), (name, current) -> {
            if (current != null && isGood(current)) {
                return current;
            }
            Issued issued =
                    new Issued(app, ids.text("sandbox_access_token_"), time.millis() + LIFE.toMillis(), generation);
            byToken.put(issued.token(), issued);
            return issued;
        });
    }

    /** Seconds that a token has left. */
    long secondsLeft(Issued issued) {
        return Math.max(0, (issued.expiresAt() - time.millis() + 999) / 1000);
    }

    private boolean isGood(Issued issued) {
        return issued.generation() == generation && time.millis() < issued.expiresAt();
    }

    /** What is wrong with a token, or null. */
    @Nullable
    Errcode fault(String token) {
        if (token.isEmpty()) {
            return Errcode.ACCESS_TOKEN_MISSING;
        }
        Issued issued = byToken.getIfPresent(token);
        if (issued == null) {
            return Errcode.WRONG_ACCESS_TOKEN;
        }
        return isGood(issued) ? null : Errcode.ACCESS_TOKEN_EXPIRED;
    }

    /** Whose token it is; only for tokens without fault. */
    WecomApp owner(String token) {
        Issued issued = byToken.getIfPresent(token);
        if (issued == null) {
            throw new IllegalStateException("the token has been forgotten since it was checked");
        }
        return issued.app();
    }

    /** Every token expires now, before its time, as WeCom may let it (W91039). */
    public synchronized void expireAll() {
        generation++;
    }
}
