package com.wecomesb.bus.camel;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.bus.kafka.CloudEvents;
import com.wecomesb.bus.kafka.MalformedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * The records of one poll, read.
 *
 * @param malformed those that are no events
 * @param nextOffsets what to commit if it succeeds
 */
record PolledEvents(
        List<EventBatch.Item> items, List<Malformed> malformed, Map<TopicPartition, OffsetAndMetadata> nextOffsets) {

    /**
     * A record that cannot be read.
     *
     * @param reason without its content
     */
    record Malformed(ConsumerRecord<String, byte[]> record, String reason) {

        /** Where it lies: {@code esb.events/3@42}. */
        String origin() {
            return record.topic() + "/" + record.partition() + "@" + record.offset();
        }

        /** What it says it is. */
        String type() {
            Header type = record.headers().lastHeader("ce_type");
            return type == null || type.value() == null ? "unknown" : new String(type.value(), StandardCharsets.UTF_8);
        }
    }

    /** @param claimed the data that a record refers to */
    static PolledEvents of(ConsumerRecords<String, byte[]> records, Function<String, byte[]> claimed) {
        PolledEvents polled = new PolledEvents(new ArrayList<>(records.count()), new ArrayList<>(), new HashMap<>());
        for (ConsumerRecord<String, byte[]> record : records) {
            polled.add(record, claimed);
        }
        return polled;
    }

    private void add(ConsumerRecord<String, byte[]> record, Function<String, byte[]> claimed) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        nextOffsets.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
        try {
            items.add(new EventBatch.Item(
                    CloudEvents.read(record, claimed),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    Instant.ofEpochMilli(record.timestamp())));
        } catch (MalformedRecord exception) {
            malformed.add(new Malformed(record, String.valueOf(exception.getMessage())));
        }
    }
}
