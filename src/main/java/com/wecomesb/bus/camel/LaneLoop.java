package com.wecomesb.bus.camel;

import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.ActionReference;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.kafka.ActionRecords;
import com.wecomesb.bus.kafka.MalformedRecord;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers each action on its lane. The polling thread only hands out work; a partition with too much of it is paused.
 * Committed is the offset below which everything was delivered, be it with success or not: the action's row says what
 * became of it, and whoever sweeps the rows brings it back.
 */
final class LaneLoop extends KafkaLoop {

    private static final Logger log = LoggerFactory.getLogger(LaneLoop.class);
    private static final Duration POLL_WHILE_FULL = Duration.ofMillis(5);
    private static final long COMMIT_EVERY_NANOS = 500_000_000;

    private final BusParts parts;
    private final Delivery<ActionReference> delivery;
    private final Lanes lanes;
    private final int full;
    private final Counter failed;
    private final Map<TopicPartition, PartitionWork> work = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private long lastCommit = System.nanoTime();

    LaneLoop(BusParts parts, ActionKind kind, Delivery<ActionReference> delivery) {
        super(parts, parts.topics().performGroup(kind), parts.topics().actions(kind));
        int concurrency = parts.lanes().concurrency(kind);
        this.parts = parts;
        this.delivery = delivery;
        this.lanes = new Lanes(LaneThreads.named("esb-" + kind.word(), concurrency), concurrency);
        this.full = 2 * concurrency;
        this.failed = Counter.builder("esb.action.undelivered")
                .description("actions whose route failed")
                .tag("kind", kind.word())
                .register(parts.meters());
    }

    @Override
    int recordsPerPoll() {
        return full;
    }

    @Override
    void turn(KafkaConsumer<String, byte[]> consumer) {
        Set<TopicPartition> crowded = work.entrySet().stream()
                .filter(one -> one.getValue().open() >= full)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        consumer.resume(consumer.paused());
        consumer.pause(crowded);
        for (ConsumerRecord<String, byte[]> action : consumer.poll(crowded.isEmpty() ? POLL : POLL_WHILE_FULL)) {
            accept(action);
        }
        succeeded();
        if (System.nanoTime() - lastCommit > COMMIT_EVERY_NANOS) {
            lastCommit = System.nanoTime();
            Map<TopicPartition, OffsetAndMetadata> offsets = committable(work.keySet());
            if (!offsets.isEmpty()) {
                consumer.commitAsync(offsets, this::committed);
            }
        }
    }

    private void accept(ConsumerRecord<String, byte[]> action) {
        PartitionWork partition = Objects.requireNonNull(
                work.get(new TopicPartition(action.topic(), action.partition())), "polled but not assigned");
        partition.accept(action.offset());
        lanes.submit(Objects.requireNonNullElse(action.key(), ""), () -> deliver(action, partition));
    }

    private void deliver(ConsumerRecord<String, byte[]> action, PartitionWork partition) {
        if (!partition.begin()) {
            return;
        }
        try {
            delivery.deliver(ActionRecords.read(action));
        } catch (MalformedRecord malformed) {
            bury(action, malformed);
        } catch (Exception exception) {
            failed.increment();
            log.atWarn()
                    .addKeyValue("group", group())
                    .addKeyValue("offset", action.offset())
                    .addKeyValue("cause", exception.getClass().getName())
                    .log("action not performed, its row waits for the sweeper");
        } finally {
            partition.end(action.offset());
        }
    }

    private void bury(ConsumerRecord<String, byte[]> action, MalformedRecord malformed) {
        String origin = action.topic() + "/" + action.partition() + "@" + action.offset();
        log.atError().addKeyValue("origin", origin).log("record is no action");
        try {
            parts.deadLetters()
                    .addRecord(
                            DeadLetter.Kind.ACTION,
                            origin,
                            "unknown",
                            action.value(),
                            "总线上的这条记录读不懂",
                            String.valueOf(malformed.getMessage()));
        } catch (RuntimeException exception) {
            // Only a letter about the record is lost: an action that is meant has a row of its own.
            failed.increment();
        }
    }

    @Override
    void assigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> work.put(partition, new PartitionWork()));
    }

    @Override
    void revoked(KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        settle(partitions.stream().map(work::get).filter(Objects::nonNull).toList());
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = committable(partitions);
            if (!offsets.isEmpty()) {
                consumer.commitSync(offsets, PATIENCE);
            }
        } catch (KafkaException exception) {
            log.atInfo().addKeyValue("cause", exception.toString()).log("offsets not committed at the end");
        }
        lost(partitions);
    }

    /** A call that takes longer goes on: its claim in the database keeps others from repeating it. */
    private void settle(List<PartitionWork> ending) {
        ending.forEach(PartitionWork::close);
        long deadline = System.nanoTime() + parts.settings().drainTimeout().toNanos();
        try {
            for (PartitionWork one : ending) {
                if (!one.awaitEnd(deadline)) {
                    log.atInfo().addKeyValue("group", group()).log("partition given away with a call in flight");
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void lost(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : List.copyOf(partitions)) {
            PartitionWork ended = work.remove(partition);
            if (ended != null) {
                ended.close();
            }
            committed.remove(partition);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committable(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionWork one = work.get(partition);
            OptionalLong offset = one == null ? OptionalLong.empty() : one.committable();
            if (offset.isPresent() && offset.getAsLong() != committed.getOrDefault(partition, -1L)) {
                offsets.put(partition, new OffsetAndMetadata(offset.getAsLong()));
            }
        }
        return offsets;
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception error) {
        if (error == null) {
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        }
    }
}
