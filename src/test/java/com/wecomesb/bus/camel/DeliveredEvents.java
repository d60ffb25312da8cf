package com.wecomesb.bus.camel;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the route {@code decide} was given, and how far its group has committed. */
final class DeliveredEvents {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** The decide route, doing nothing but remember. */
    RouteBuilder route() {
        return route(this::remember);
    }

    /** The decide route with something else in its place. */
    static RouteBuilder route(Deciding deciding) {
        Processor processor = exchange -> deciding.decide(exchange.getMessage().getBody(EventBatch.class));
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("bus:events").routeId("decide").process(processor);
            }
        };
    }

    interface Deciding {
        void decide(EventBatch batch) throws Exception;
    }

    void remember(EventBatch batch) {
        batch.items().forEach(item -> events.add(item.event()));
    }

    List<Event> events() {
        return events;
    }

    List<String> ids() {
        return events.stream().map(Event::id).toList();
    }

    List<String> ids(String key) {
        return ids(events, key);
    }

    static List<String> ids(List<Event> events, String key) {
        return events.stream()
                .filter(one -> one.key().equals(key))
                .map(Event::id)
                .toList();
    }

    /** How many events the group of deciders has committed. */
    static long committed(BusContext bus) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(clients(bus), new StringDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions(bus));
            return committed.values().stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    private static Set<TopicPartition> partitions(BusContext bus) {
        return Set.of(
                new TopicPartition(bus.topic("events"), 0),
                new TopicPartition(bus.topic("events"), 1),
                new TopicPartition(bus.topic("events"), 2));
    }

    static Map<String, Object> clients(BusContext bus) {
        Map<String, Object> clients = new HashMap<>();
        clients.put("bootstrap.servers", bus.bean(Brokers.class).bootstrap());
        clients.put("group.id", bus.topic("decide"));
        return clients;
    }
}
