package com.wecomesb.connector.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the webhook address.
 *
 * @param maxBody the largest body that is read
 * @param answerWithin when a sender is told to come again, because the hint is not stored by then
 * @param remember how long a delivery is recognised when it comes again
 * @param publicUrl what senders call this server, {@code https://esb.example.com}, for those that sign the address
 */
@ConfigurationProperties("esb.webhook")
record WebhookDoorSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("72h") Duration remember,
        @Nullable String publicUrl) {

    WebhookDoorSettings {
        if (maxBody.toBytes() < 1024 || maxBody.toMegabytes() > 64) {
            throw new IllegalArgumentException("esb.webhook.max-body must be between 1KB and 64MB");
        }
        if (answerWithin.isNegative() || answerWithin.isZero() || remember.isNegative()) {
            throw new IllegalArgumentException("esb.webhook: answer-within must be positive, remember not negative");
        }
    }
}
