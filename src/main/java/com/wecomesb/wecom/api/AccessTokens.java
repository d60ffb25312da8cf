package com.wecomesb.wecom.api;

import com.wecomesb.wecom.WecomSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of all apps: one for each corp and secret. A token is fetched by one caller while the others wait
 * for it or go on with the one they have, and it is replaced only where it is still the one that failed. Thread-safe.
 */
final class AccessTokens {

    private final Map<Owner, TokenSlot> slots = new ConcurrentHashMap<>();
    private final TokenEndpoint endpoint;
    private final TokenSettings settings;
    private final Clock clock;

    AccessTokens(TokenEndpoint endpoint, TokenSettings settings, Clock clock) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The app's token, fetched when there is none or when it is about to expire.
     *
     * @throws WecomCallFailed as {@link TokenEndpoint#fetch}; while WeCom's refusals are fresh, the last of them, without
     *     asking again
     */
    AccessToken of(String name, WecomSettings.App app, Deadline deadline) {
        TokenSlot slot = slotOf(app);
        AccessToken token = slot.current();
        Instant now = clock.instant();
        if (token == null || !now.isBefore(token.expiresAt())) {
            return replace(name, app, token, deadline);
        }
        if (now.isBefore(token.refreshAt()) || slot.isFetching()) {
            return token;
        }
        try {
            return replace(name, app, token, deadline);
        } catch (WecomCallFailed failure) {
            // Ahead of expiry the old token still does.
            return token;
        }
    }

    /**
     * The token that takes the place of one that failed; somebody else's, if that one has been replaced already.
     *
     * @param failed null where there was none
     * @throws WecomCallFailed as {@link #of}
     */
    AccessToken replace(String name, WecomSettings.App app, @Nullable AccessToken failed, Deadline deadline) {
        return slotOf(app).replace(name, failed, deadline, clock, () -> endpoint.fetch(name, app, deadline));
    }

    private TokenSlot slotOf(WecomSettings.App app) {
        return slots.computeIfAbsent(
                new Owner(app.corpId(), Objects.requireNonNull(app.secret())), owner -> new TokenSlot(settings));
    }

    private record Owner(String corpId, String secret) {

        @Override
        public String toString() {
            return "Owner[corpId=" + corpId + "]";
        }
    }
}
