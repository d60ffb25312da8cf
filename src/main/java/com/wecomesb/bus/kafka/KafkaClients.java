package com.wecomesb.bus.kafka;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.BusSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;

/**
 * Makes the Kafka clients of the bus. {@code esb.bus.properties} reach all of them, but cannot take back what the
 * guarantees rest on.
 */
@Component
public class KafkaClients {

    /** How long a call of a producer may hold up its caller, for metadata or for room in the buffer. */
    private static final int MAX_BLOCK_MILLIS = 500;

    private static final long BUFFER_BYTES = 32L << 20;
    private static final int SESSION_TIMEOUT_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 2_000;

    private final Brokers brokers;
    private final BusSettings settings;

    KafkaClients(Brokers brokers, BusSettings settings) {
        this.brokers = brokers;
        this.settings = settings;
    }

    /**
     * The producer of events and hints. It never gives a record up: one that is given up while a later one of its key
     * is delivered would put the two in the wrong order.
     */
    public KafkaProducer<String, byte[]> eventProducer() {
        Map<String, Object> properties = producer("esb-events");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** The producer of actions; it gives up after ten seconds, because the row of an action will be swept up again. */
    public KafkaProducer<String, byte[]> actionProducer() {
        Map<String, Object> properties = producer("esb-actions");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> producer(String clientId) {
        Map<String, Object> properties = common(clientId);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                Math.max(BUFFER_BYTES, 2 * settings.maxMessageSize().toBytes()));
        properties.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Math.toIntExact(settings.maxMessageSize().toBytes()));
        // A topic that was quiet for five minutes would cost its next sender a look-up.
        properties.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, 86_400_000L);
        return properties;
    }

    /** A consumer that commits nothing by itself, starts at the earliest record and keeps what it need not give away. */
    public KafkaConsumer<String, byte[]> consumer(String group, int recordsPerPoll) {
        Map<String, Object> properties = new HashMap<>();
        // 45 s by default: so long would nobody consume after a kill.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        properties.putAll(common(group));
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, recordsPerPoll);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        Map<String, Object> properties = common("esb-admin");
        properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return Admin.create(properties);
    }

    private Map<String, Object> common(String clientId) {
        Map<String, Object> properties = new HashMap<>();
        // A broker that is away is looked for calmly.
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 100L);
        properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        properties.putAll(settings.properties());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers.bootstrap());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return properties;
    }
}
