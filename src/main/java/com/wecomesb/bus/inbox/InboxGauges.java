package com.wecomesb.bus.inbox;

import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How much waits in the inbox and as dead letters. */
@Component
class InboxGauges {

    private final InboxTable table;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private volatile InboxTable.Size inbox = new InboxTable.Size(0, Optional.empty());
    private volatile long openLetters;

    InboxGauges(InboxTable table, DeadLetters deadLetters, Clock clock, MeterRegistry meters) {
        this.table = table;
        this.deadLetters = deadLetters;
        this.clock = clock;
        Gauge.builder("esb.inbox.size", () -> inbox.rows())
                .description("events that wait in the database for Kafka")
                .register(meters);
        Gauge.builder("esb.inbox.oldest.seconds", this::oldestSeconds)
                .description("for how long the oldest of them has waited")
                .register(meters);
        Gauge.builder("esb.dead.letters", () -> openLetters)
                .description("events and actions that wait for a person")
                .register(meters);
    }

    private long oldestSeconds() {
        return inbox.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                .orElse(0L);
    }

    void measure() {
        inbox = table.size();
        openLetters = deadLetters.counts().getOrDefault(DeadLetter.State.OPEN, 0L);
    }

    InboxTable.Size inbox() {
        return inbox;
    }
}
