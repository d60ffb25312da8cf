package com.wecomesb.bus.camel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** How far a consumer is behind, and for how long it has been failing. */
final class LoopGauges {

    private final MeterRegistry meters;
    private final String group;
    private final BackOff backOff;
    private final List<Gauge> gauges = new ArrayList<>();
    private volatile long lag;
    private long measuredAt;

    LoopGauges(MeterRegistry meters, String group, BackOff backOff) {
        this.meters = meters;
        this.group = group;
        this.backOff = backOff;
    }

    void register() {
        register("esb.consumer.lag", "records that wait in Kafka", () -> lag);
        register("esb.consumer.failing.seconds", "for how long nothing could be worked off", this::failingSeconds);
    }

    private void register(String name, String description, Supplier<Number> value) {
        gauges.add(Gauge.builder(name, value)
                .description(description)
                .tag("group", group)
                .register(meters));
    }

    private long failingSeconds() {
        return backOff.failing()
                .map(one -> Duration.between(one.since(), Instant.now()).toSeconds())
                .orElse(0L);
    }

    /** To be called by the consumer's own thread, as often as it likes. */
    void measure(KafkaConsumer<String, byte[]> consumer) {
        long now = System.nanoTime();
        if (now - measuredAt > TimeUnit.SECONDS.toNanos(1)) {
            measuredAt = now;
            lag = consumer.assignment().stream()
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum();
        }
    }

    void remove() {
        gauges.forEach(meters::remove);
    }
}
