package com.wecomesb.bus.camel;

import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.EventBatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the events of each poll as one batch. What was delivered is committed; what could not be is read again after
 * a rest, however often. The batch is worked on the polling thread, so partitions never change hands in mid-batch; who
 * takes longer than Kafka's {@code max.poll.interval.ms} (5 minutes) loses them and commits nothing.
 */
final class EventLoop extends KafkaLoop {

    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);

    /** From one batch to the next: a transaction costs much the same for one event as for ten. */
    private static final long GATHER_NANOS = 40_000_000;

    private final BusParts parts;
    private final Delivery<EventBatch> delivery;
    private final Set<TopicPartition> unplaced = new HashSet<>();
    /** Whose records could not be worked off and have not come again yet. */
    private final Set<TopicPartition> owing = new HashSet<>();

    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long lastBatch = System.nanoTime() - GATHER_NANOS;

    EventLoop(BusParts parts, Delivery<EventBatch> delivery) {
        super(parts, parts.topics().decideGroup(), parts.topics().events());
        this.parts = parts;
        this.delivery = delivery;
    }

    @Override
    int recordsPerPoll() {
        return parts.settings().batchSize();
    }

    @Override
    void turn(KafkaConsumer<String, byte[]> consumer) throws Exception {
        place(consumer);
        consumer.resume(consumer.paused());
        LockSupport.parkNanos(lastBatch + GATHER_NANOS - System.nanoTime());
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        PolledEvents polled;
        try {
            polled = PolledEvents.of(records, parts.claims()::data);
            work(polled);
        } catch (Exception exception) {
            readAgain(consumer, records);
            throw exception;
        }
        uncommitted.putAll(polled.nextOffsets());
        owing.removeAll(polled.nextOffsets().keySet());
        if (owing.isEmpty()) {
            succeeded();
        }
        commit(consumer);
    }

    private void readAgain(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).get(0).offset());
            owing.add(partition);
        }
    }

    private void work(PolledEvents polled) throws Exception {
        if (!polled.items().isEmpty()) {
            lastBatch = System.nanoTime();
            delivery.deliver(new EventBatch(polled.items()));
        }
        for (PolledEvents.Malformed malformed : polled.malformed()) {
            parts.deadLetters()
                    .addRecord(
                            DeadLetter.Kind.EVENT,
                            malformed.origin(),
                            malformed.type(),
                            malformed.record().value(),
                            "总线上的这条记录读不懂",
                            malformed.reason());
            log.atError().addKeyValue("origin", malformed.origin()).log("record is no event, it is now a dead letter");
        }
    }

    /** Goes back to what the database has decided, where that is less than what Kafka remembers. */
    private void place(KafkaConsumer<String, byte[]> consumer) {
        if (unplaced.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(unplaced, PATIENCE);
        for (TopicPartition partition : Set.copyOf(unplaced)) {
            OffsetAndMetadata remembered = committed.get(partition);
            OptionalLong stored = parts.stored().nextOffset(partition.topic(), partition.partition());
            // Nothing remembered: from the beginning, whatever is stored; it may speak of an older topic.
            if (remembered != null && stored.isPresent() && stored.getAsLong() < remembered.offset()) {
                consumer.seek(partition, stored.getAsLong());
                log.atWarn()
                        .addKeyValue("partition", partition)
                        .addKeyValue("offset", stored.getAsLong())
                        .addKeyValue("committed", remembered.offset())
                        .log("the database knows less than Kafka remembers, reading again from there");
            }
            unplaced.remove(partition);
        }
    }

    private void commit(KafkaConsumer<String, byte[]> consumer) {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(uncommitted, PATIENCE);
            uncommitted.clear();
        } catch (CommitFailedException | FencedInstanceIdException exception) {
            uncommitted.clear();
            log.info("partitions went to another instance before their offsets were committed");
        } catch (KafkaException exception) {
            // Kafka is away or rebalancing; what is decided stays decided, the next commit covers it.
            log.atDebug().addKeyValue("cause", exception.toString()).log("offsets not committed yet");
        }
    }

    @Override
    void assigned(Collection<TopicPartition> partitions) {
        unplaced.addAll(partitions);
    }

    @Override
    void revoked(KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        commit(consumer);
        lost(partitions);
    }

    @Override
    void lost(Collection<TopicPartition> partitions) {
        partitions.forEach(uncommitted::remove);
        partitions.forEach(unplaced::remove);
        partitions.forEach(owing::remove);
    }
}
