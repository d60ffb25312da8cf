package com.wecomesb.bus.inbox;

import com.wecomesb.bus.kafka.KafkaClients;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one producer through which events and hints of this instance go, fresh ones and those from the inbox: so what was
 * sent first arrives first.
 */
@Component
class EventProducer {

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private volatile @Nullable KafkaProducer<String, byte[]> producer;

    EventProducer(KafkaClients clients) {
        this.clients = clients;
    }

    void open() {
        producer = clients.eventProducer();
    }

    /** Gives up what is under way; the inbox or the sender still has it. */
    void close() {
        KafkaProducer<String, byte[]> closing = producer;
        producer = null;
        if (closing != null) {
            closing.close(FAREWELL);
        }
    }

    Future<RecordMetadata> send(ProducerRecord<String, byte[]> content, Callback callback) {
        return open(producer).send(content, callback);
    }

    /**
     * Gets to know where the topic is, so that nobody who appends has to wait for that.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not say so within half a second
     */
    void lookUp(String topic) {
        open(producer).partitionsFor(topic);
    }

    private static KafkaProducer<String, byte[]> open(@Nullable KafkaProducer<String, byte[]> producer) {
        if (producer == null) {
            throw new IllegalStateException("the bus is not running");
        }
        return producer;
    }

    /** Whether Kafka will never take this record, however well it is. */
    static boolean isOfTheRecord(@Nullable Throwable error) {
        return error instanceof RecordTooLargeException
                || error instanceof InvalidRecordException
                || error instanceof SerializationException;
    }
}
