package com.wecomesb.bus.kafka;

import com.wecomesb.bus.Event;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode, attributes in {@code ce_*} headers, the data as the value,
 * the event's key as the record's key, with the extensions {@code causality} and {@code hops}, and {@code dataref} where the
 * data is elsewhere.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEvents {

    private static final URI SCHEMA = URI.create(Event.SCHEMA);
    private static final String CAUSALITY = "causality";
    private static final String HOPS = "hops";
    private static final String DATAREF = "dataref";
    private static final byte[] NO_DATA = "{}".getBytes(StandardCharsets.UTF_8);

    private CloudEvents() {}

    /**
     * Writes an event as a record of this topic.
     *
     * @param appendedAt becomes the record's timestamp
     * @throws IllegalArgumentException if the event's source cannot be written as a URI reference
     */
    public static ProducerRecord<String, byte[]> write(Event event, String topic, Instant appendedAt) {
        return record(attributes(event), event, event.data(), topic, appendedAt);
    }

    /** The same without its data, but with the reference to where that is, {@code dataref}. */
    public static ProducerRecord<String, byte[]> writeReferring(
            Event event, String reference, String topic, Instant appendedAt) {
        return record(attributes(event).withExtension(DATAREF, reference), event, NO_DATA, topic, appendedAt);
    }

    private static ProducerRecord<String, byte[]> record(
            CloudEventBuilder attributes, Event event, byte[] data, String topic, Instant appendedAt) {
        return KafkaMessageFactory.createWriter(topic, null, appendedAt.toEpochMilli(), event.key())
                .writeBinary(attributes
                        .withData("application/json", BytesCloudEventData.wrap(data))
                        .build());
    }

    private static CloudEventBuilder attributes(Event event) {
        CloudEventBuilder attributes = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(uri(event.source()))
                .withType(event.type())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withDataSchema(SCHEMA)
                .withExtension(CAUSALITY, event.causality())
                .withExtension(HOPS, event.hops());
        if (event.subject() != null) {
            attributes.withSubject(event.subject());
        }
        return attributes;
    }

    /**
     * Reads a record; attributes that this version does not know are passed over.
     *
     * @param claimed the data that a record refers to; what it throws is thrown
     * @throws MalformedRecord if it is no CloudEvent, has no key, or an attribute cannot be read
     */
    public static Event read(ConsumerRecord<String, byte[]> event, Function<String, byte[]> claimed) {
        Header reference = event.headers().lastHeader("ce_" + DATAREF);
        Event read = read(event);
        return reference == null
                ? read
                : read.withData(claimed.apply(new String(reference.value(), StandardCharsets.UTF_8)));
    }

    private static Event read(ConsumerRecord<String, byte[]> event) {
        if (event.key() == null || event.value() == null) {
            throw new MalformedRecord("a record without key or value");
        }
        try {
            CloudEvent read = KafkaMessageFactory.createReader(event).toEvent();
            OffsetDateTime time = read.getTime();
            return new Event(
                    UriUtils.decode(read.getSource().toString(), StandardCharsets.UTF_8),
                    read.getId(),
                    read.getType(),
                    read.getSubject(),
                    time == null ? Instant.ofEpochMilli(event.timestamp()) : time.toInstant(),
                    event.key(),
                    text(read.getExtension(CAUSALITY), ""),
                    Integer.parseInt(text(read.getExtension(HOPS), "0")),
                    bytes(read.getData()));
        } catch (RuntimeException exception) {
            // The message of the cause may quote an attribute; its kind says enough.
            throw new MalformedRecord("not an event: " + exception.getClass().getSimpleName());
        }
    }

    private static URI uri(String source) {
        return URI.create(UriUtils.encodePath(source, StandardCharsets.UTF_8).replace(":", "%3A"));
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    private static byte[] bytes(@Nullable CloudEventData data) {
        return data == null ? new byte[0] : data.toBytes();
    }
}
