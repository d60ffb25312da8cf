package com.wecomesb.connector.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * When a webhook is too old to be believed: what was recorded once cannot be sent again for ever.
 *
 * @param header where the time stands: seconds or milliseconds since 1970, or ISO 8601
 * @param tolerance how far it may be from our clock, in both directions
 */
record TimestampRule(String header, Duration tolerance) {

    /** From here on a number counts milliseconds; as seconds it would be the year 5138. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    boolean isFresh(IncomingWebhook webhook, Instant now) {
        return webhook.header(header)
                .flatMap(TimestampRule::instant)
                .filter(at -> Duration.between(at, now).abs().compareTo(tolerance) <= 0)
                .isPresent();
    }

    private static Optional<Instant> instant(String text) {
        try {
            if (text.matches("[0-9]{1,16}")) {
                long number = Long.parseLong(text);
                return Optional.of(
                        number >= MILLISECONDS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
