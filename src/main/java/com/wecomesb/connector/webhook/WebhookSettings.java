package com.wecomesb.connector.webhook;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The systems that rules may tell something by {@code webhook: NAME}.
 *
 * @param webhooks {@code esb.webhooks.NAME.url|secret} by NAME
 */
@ConfigurationProperties("esb")
public record WebhookSettings(@DefaultValue Map<String, Target> webhooks) {

    /**
     * One target.
     *
     * @param url where it is posted to, {@code https://…}
     * @param secret {@code whsec_} and the key in Base64, 24 to 64 bytes
     */
    public record Target(@Nullable String url, @Nullable String secret) {

        /** Without both: an address often holds a secret as well. */
        @Override
        public String toString() {
            return "Target";
        }
    }

    @Override
    public String toString() {
        return "WebhookSettings" + webhooks.keySet();
    }
}
