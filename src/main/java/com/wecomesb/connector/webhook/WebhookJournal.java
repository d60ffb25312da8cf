package com.wecomesb.connector.webhook;

import com.wecomesb.connector.webhook.WebhookRefused.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of the requests, and logs refusals: one line a minute for each system and reason. */
final class WebhookJournal {

    /** Stands for names that are not configured: they are a stranger's words and appear neither in logs nor in measures. */
    static final String UNKNOWN = "(unknown)";

    private static final Logger log = LoggerFactory.getLogger(WebhookJournal.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Map<String, Instant> lastLines = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Clock clock;

    WebhookJournal(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** It was taken: its records are fetched. */
    void accepted(String system) {
        count(system, "accepted");
    }

    /** It was taken before. */
    void repeated(String system) {
        count(system, "repeated");
    }

    /** All that it is about is of kinds that are not followed of this system. */
    void notFollowed(String system) {
        count(system, "not-followed");
    }

    void refused(String name, WebhookRefused refusal) {
        String system = refusal.reason() == Reason.UNKNOWN_SYSTEM ? UNKNOWN : name;
        String reason = refusal.reason().word();
        count(system, reason);
        Instant now = clock.instant();
        Instant line = lastLines.merge(
                system + " " + reason, now, (last, next) -> next.isBefore(last.plus(QUIET)) ? last : next);
        if (line.equals(now)) {
            log.atWarn()
                    .addKeyValue("system", system)
                    .addKeyValue("reason", reason)
                    .log("webhook refused: " + refusal.getMessage());
        }
    }

    private void count(String system, String outcome) {
        Counter.builder("esb.webhook")
                .description("Requests to the webhook address, by what became of them")
                .tag("system", system)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
