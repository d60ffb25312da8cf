package com.wecomesb.bus.inbox;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.kafka.BrokerWatch;
import com.wecomesb.bus.kafka.TopicSetup;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says where events go. Without Kafka the instance is degraded but takes callbacks, so it stays ready: the status
 * {@code DEGRADED} does not take part in the sum of all.
 */
@Component("kafkaHealthIndicator")
class KafkaHealthIndicator extends AbstractHealthIndicator {

    private final BrokerWatch watch;
    private final Intake intake;
    private final InboxGauges gauges;
    private final TopicSetup setup;
    private final Brokers brokers;

    KafkaHealthIndicator(BrokerWatch watch, Intake intake, InboxGauges gauges, TopicSetup setup, Brokers brokers) {
        super("Kafka's health cannot be told");
        this.watch = watch;
        this.intake = intake;
        this.gauges = gauges;
        this.setup = setup;
        this.brokers = brokers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<Instant> unreachable = watch.unreachableSince();
        Optional<Instant> diverted = intake.divertedSince();
        health.status(unreachable.isPresent() || diverted.isPresent() ? new Status("DEGRADED") : Status.UP)
                .withDetail("bootstrap.servers", brokers.bootstrap())
                .withDetail("eventsGoTo", diverted.isPresent() ? "inbox" : "kafka")
                .withDetail("waitingInInbox", gauges.inbox().rows());
        setup.mistake().ifPresent(mistake -> health.down().withDetail("topics", mistake));
        unreachable.ifPresent(since -> health.withDetail("unreachableSince", since.toString()));
        diverted.ifPresent(since -> health.withDetail("inboxSince", since.toString()));
    }
}
