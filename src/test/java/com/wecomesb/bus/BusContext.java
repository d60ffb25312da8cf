package com.wecomesb.bus;

import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.broker.TestBroker;
import com.wecomesb.bus.claim.ClaimChecks;
import com.wecomesb.bus.kafka.CloudEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance of the bus without the rest of the product: its beans, a database and a CamelContext. */
public final class BusContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final Map<String, Object> properties = new HashMap<>();

    /** No @Configuration: scans of other tests would find it. */
    @EnableConfigurationProperties({BusSettings.class, LaneSettings.class})
    @ComponentScan("com.wecomesb.bus")
    static class Scan {}

    /** On the shared broker, with topics of its own. */
    public BusContext(DataSource database) {
        properties.put("esb.bus.brokers", TestBroker.shared());
        properties.put("esb.bus.prefix", "t" + UUID.randomUUID().toString().substring(0, 8) + ".");
        properties.put("esb.bus.partitions", 3);
        spring.registerBean(DataSource.class, () -> database);
        spring.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        spring.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(database)));
        spring.registerBean(Clock.class, Clock::systemUTC);
        spring.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        spring.register(Scan.class);
    }

    public BusContext with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    /** Another instance of the same bus: same topics and groups. */
    public BusContext likewise(BusContext other) {
        properties.putAll(other.properties);
        return this;
    }

    public BusContext storing(StoredOffsets offsets) {
        spring.registerBean(StoredOffsets.class, () -> offsets);
        return this;
    }

    public BusContext start(RoutesBuilder... routes) {
        spring.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        spring.registerBean("camelContext", SpringCamelContext.class, () -> camel(routes));
        spring.refresh();
        camel().getShutdownStrategy().setTimeout(1);
        return this;
    }

    /** Waits until events go to Kafka and no longer to the inbox. */
    public BusContext straight() {
        HealthIndicator kafka = spring.getBean("kafkaHealthIndicator", HealthIndicator.class);
        await().until(() -> kafka.health().getStatus().equals(Status.UP));
        return this;
    }

    private SpringCamelContext camel(RoutesBuilder... routes) {
        try {
            SpringCamelContext camel = new SpringCamelContext(spring);
            for (RoutesBuilder route : routes) {
                camel.addRoutes(route);
            }
            return camel;
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    public EventLog events() {
        return bean(EventLog.class);
    }

    public CamelContext camel() {
        return bean(CamelContext.class);
    }

    /** All events that are on the topic now, partition by partition. */
    public List<Event> onTopic() {
        Map<String, Object> client =
                Map.of("bootstrap.servers", bean(Brokers.class).bootstrap());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic("events")).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            ClaimChecks claims = bean(ClaimChecks.class);
            List<Event> events = new ArrayList<>();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> events.add(CloudEvents.read(one, claims::data)));
            }
            return events;
        }
    }

    /** What this instance's topics are called. */
    public String topic(String name) {
        return properties.get("esb.bus.prefix") + name;
    }

    @Override
    public void close() {
        spring.close();
    }
}
