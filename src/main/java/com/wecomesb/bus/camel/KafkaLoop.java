package com.wecomesb.bus.camel;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer of one topic on a thread of its own: polls until told to stop, rests after failures without leaving its
 * group, and starts afresh when the consumer itself breaks. Subclasses are called on that thread only.
 */
abstract class KafkaLoop {

    /** How long an idle consumer waits; so long may it take to notice that it should stop. */
    static final Duration POLL = Duration.ofMillis(250);

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(KafkaLoop.class);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final BusParts parts;
    private final String group;
    private final String topic;
    private final BackOff backOff = new BackOff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final LoopGauges gauges;

    KafkaLoop(BusParts parts, String group, String topic) {
        this.parts = parts;
        this.group = group;
        this.topic = topic;
        this.thread = new Thread(this::run, group);
        this.gauges = new LoopGauges(parts.meters(), group, backOff);
    }

    /** At most so many records for each poll. */
    abstract int recordsPerPoll();

    /** One poll and what follows from it; whatever it throws is followed by a rest. */
    abstract void turn(KafkaConsumer<String, byte[]> consumer) throws Exception;

    /** They are paused until a {@link #turn} resumes them. */
    abstract void assigned(Collection<TopicPartition> partitions);

    /** Must not return before nothing of these partitions is in work or ever will be. */
    abstract void revoked(KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions);

    /** Others have these partitions already. */
    abstract void lost(Collection<TopicPartition> partitions);

    final void start() {
        gauges.register();
        thread.start();
    }

    /** Takes nothing new from now on; returns at once. */
    final void stopClaiming() {
        stopping.countDown();
    }

    /** Stops and waits until what is in work is settled and committed and the group is left. */
    final void stop() throws InterruptedException {
        stopClaiming();
        thread.join(
                parts.settings().drainTimeout().plus(PATIENCE).plus(FAREWELL).toMillis());
        if (thread.isAlive()) {
            log.atWarn().addKeyValue("group", group).log("work does not end, it is left behind");
            thread.interrupt();
        }
        gauges.remove();
    }

    final String group() {
        return group;
    }

    final Optional<BackOff.Failing> failing() {
        return backOff.failing();
    }

    final boolean isClaiming() {
        return stopping.getCount() > 0;
    }

    private void run() {
        try {
            while (isClaiming()) {
                if (parts.setup().isReady()) {
                    consume();
                }
                stopping.await(POLL.plus(backOff.rest()).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume() {
        KafkaConsumer<String, byte[]> consumer = null;
        try {
            consumer = parts.clients().consumer(group, recordsPerPoll());
            consumer.subscribe(List.of(topic), new Rebalances(consumer));
            while (isClaiming()) {
                attempt(consumer);
            }
            revoked(consumer, consumer.assignment());
        } catch (RuntimeException exception) {
            backOff.failed(exception);
            log.atError()
                    .addKeyValue("group", group)
                    .addKeyValue("cause", exception.toString())
                    .log("the consumer is broken, a new one takes its place");
        } finally {
            close(consumer);
        }
    }

    private static void close(@Nullable KafkaConsumer<String, byte[]> consumer) {
        if (consumer != null) {
            try {
                consumer.close(FAREWELL);
            } catch (RuntimeException exception) {
                log.atWarn().addKeyValue("cause", exception.toString()).log("the group could not be left");
            }
        }
    }

    private void attempt(KafkaConsumer<String, byte[]> consumer) {
        try {
            Duration rest = backOff.rest();
            if (rest.isZero()) {
                turn(consumer);
            } else {
                // Polls all the same, else the group would take the partitions away; paused ones yield nothing.
                consumer.pause(consumer.assignment());
                consumer.poll(rest.compareTo(POLL) < 0 ? rest : POLL);
            }
            gauges.measure(consumer);
        } catch (Exception exception) {
            backOff.failed(exception);
            log.atWarn()
                    .addKeyValue("group", group)
                    .addKeyValue(
                            "attempts", failing().map(BackOff.Failing::attempts).orElse(0))
                    .addKeyValue("cause", exception.getClass().getName())
                    .log("records are not worked off, they will be tried again");
        }
    }

    /** What was polled could be worked off. */
    final void succeeded() {
        backOff.succeeded();
    }

    /** Brings the consumer into the calls about partitions. */
    private final class Rebalances implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;

        Rebalances(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // A poll made only to stay in the group must not return records of them.
            consumer.pause(partitions);
            assigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            revoked(consumer, partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            lost(partitions);
        }
    }
}
