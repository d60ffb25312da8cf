package com.wecomesb.connector.change;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts what is fetched, and shows what waits. */
@Component
class ChangeMeters {

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final MeterRegistry meters;
    private final Clock clock;

    ChangeMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("esb.change.waiting", waiting::get)
                .description("Records that were hinted at and not fetched yet")
                .register(meters);
        Gauge.builder("esb.change.oldest.seconds", oldestSeconds::get)
                .description("Since when the oldest of them waits")
                .register(meters);
    }

    /** What a fetch came to: {@code done}, {@code missing}, {@code failed}, {@code given-up}. */
    void fetched(String system, String outcome) {
        count("esb.change.fetched", "Records that were fetched", system, outcome);
    }

    /** A list that did not end. */
    void cut(String system) {
        count("esb.change.cut", "Lists of changes that did not end", system, "cut");
    }

    void repeatedInPage(String system, int records) {
        if (records > 0) {
            Counter.builder("esb.change.repeated")
                    .description("Records that a list of changes gave twice")
                    .tag("system", system)
                    .register(meters)
                    .increment(records);
        }
    }

    void waiting(HintedRecords.Waiting now) {
        waiting.set(now.count());
        oldestSeconds.set(
                now.oldest() == null
                        ? 0
                        : Duration.between(now.oldest(), clock.instant()).toSeconds());
    }

    private void count(String name, String description, String system, String outcome) {
        Counter.builder(name)
                .description(description)
                .tag("system", system)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
