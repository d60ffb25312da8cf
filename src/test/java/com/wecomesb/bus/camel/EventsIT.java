package com.wecomesb.bus.camel;

import static com.wecomesb.bus.TestEvents.event;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.bus.StoredOffsets;
import com.wecomesb.database.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** {@code bus:events} on a real broker. */
class EventsIT {

    private final List<Event> delivered = new CopyOnWriteArrayList<>();

    @Test
    void deliversWhatWasAppendedInTheOrderOfItsKey() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(decide(this::remember))) {
            // Given
            List<Event> appended = events(50);

            // When
            appended.forEach(one -> bus.events().append(one).join());

            // Then
            await().untilAsserted(() -> assertThat(delivered).hasSize(50));
            assertThat(ids("key-1")).containsExactlyElementsOf(ids(appended, "key-1"));
            assertThat(delivered.get(0)).usingRecursiveComparison().isEqualTo(find(appended, delivered.get(0)));
        }
    }

    @Test
    void appendsTheBodyOfAnExchange() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(decide(this::remember))) {
            // When
            bus.camel().createProducerTemplate().sendBody("bus:events", event("key", "by-route"));

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("by-route"));
        }
    }

    @Test
    void deliversTheWholeBatchAgainAfterAFailure() {
        // Given
        AtomicInteger failures = new AtomicInteger(3);
        RouteBuilder failing = decide(batch -> {
            remember(batch);
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("database away");
            }
        });
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(failing)) {
            // When
            bus.events().append(event("key", "1")).join();

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("1", "1", "1", "1"));
            await().untilAsserted(() -> assertThat(committed(bus)).isEqualTo(1));
        }
    }

    @Test
    void saysInItsHealthThatItCannotWorkOff() {
        RouteBuilder failing = decide(batch -> {
            throw new IllegalStateException("database away");
        });
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(failing)) {
            // When
            bus.events().append(event("key", "1")).join();

            // Then
            await().untilAsserted(() -> assertThat(bus.bean(ConsumersHealthIndicator.class)
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo("DEGRADED"));
        }
    }

    @Test
    void commitsOnlyWhatTheRouteHasDone() throws InterruptedException {
        // Given
        CountDownLatch mayEnd = new CountDownLatch(1);
        RouteBuilder slow = decide(batch -> {
            remember(batch);
            assertThat(mayEnd.await(10, SECONDS)).isTrue();
        });
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(slow)) {
            bus.events().append(event("key", "1")).join();
            await().untilAsserted(() -> assertThat(delivered).hasSize(1));
            assertThat(committed(bus)).isZero();

            // When
            mayEnd.countDown();

            // Then
            await().untilAsserted(() -> assertThat(committed(bus)).isEqualTo(1));
        }
    }

    @Test
    void readsOnFromWhatTheDatabaseHasDecided() {
        Map<Integer, Long> stored = new ConcurrentHashMap<>();
        StoredOffsets restored = (topic, partition) ->
                stored.containsKey(partition) ? OptionalLong.of(stored.get(partition)) : OptionalLong.empty();
        BusContext first = new BusContext(TestDatabase.H2.migrated());
        try (first) {
            // Given
            first.start(decide(this::remember));
            IntStream.range(0, 5)
                    .forEach(n -> first.events().append(event("key", "" + n)).join());
            await().untilAsserted(() -> assertThat(committed(first)).isEqualTo(5));
        }

        // When
        delivered.clear();
        IntStream.range(0, 3).forEach(partition -> stored.put(partition, 2L));
        try (BusContext second =
                new BusContext(TestDatabase.H2.migrated()).likewise(first).storing(restored)) {
            second.start(decide(this::remember));

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("2", "3", "4"));
        }
    }

    @Test
    void doesNotSkipWhatKafkaHasNotCommittedWhateverIsStored() {
        // Given
        StoredOffsets ahead = (topic, partition) -> OptionalLong.of(1_000);
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).storing(ahead)) {
            // When
            bus.start(decide(this::remember));
            bus.events().append(event("key", "1")).join();

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("1"));
        }
    }

    @Test
    void buriesAPoisonRecordAndGoesOnWithItsNeighbours() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated())) {
            // Given
            bus.start().straight();
            bus.events().append(event("key", "before")).join();
            send(bus, new ProducerRecord<>(bus.topic("events"), "key", new byte[] {1, 2, 3}));
            bus.events().append(event("key", "after")).join();

            // When
            add(bus, decide(this::remember));

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("before", "after"));
            await().untilAsserted(() -> assertThat(committed(bus)).isEqualTo(3));
            assertThat(bus.bean(DeadLetters.class).list(DeadLetter.State.OPEN, Long.MAX_VALUE, 10))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.origin())
                                .startsWith(bus.topic("events") + "/")
                                .endsWith("@1");
                        assertThat(letter.payload()).containsExactly(1, 2, 3);
                        assertThat(letter.event()).isEmpty();
                    });
        }
    }

    @Test
    void losesNothingWhenPartitionsChangeHandsInMidBatch() {
        Set<String> byOther = ConcurrentHashMap.newKeySet();
        CountDownLatch inWork = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        BusContext one = new BusContext(TestDatabase.H2.migrated()).with("esb.bus.batch-size", 5);
        BusContext other = new BusContext(TestDatabase.H2.migrated()).likewise(one);
        try (one;
                other) {
            // Given
            one.start(decide(batch -> {
                inWork.countDown();
                assertThat(mayEnd.await(20, SECONDS)).isTrue();
                remember(batch);
            }));
            List<Event> appended = new ArrayList<>(events(60));
            appended.forEach(event -> one.events().append(event).join());
            await().until(() -> inWork.getCount() == 0);

            // When
            other.start(decide(batch -> {
                batch.items().forEach(item -> byOther.add(item.event().id()));
                remember(batch);
            }));
            mayEnd.countDown();
            await().until(() -> {
                Event next = event("key-" + appended.size() % 7, "" + appended.size());
                appended.add(next);
                one.events().append(next).join();
                return byOther.size() > 10;
            });

            // Then
            await().untilAsserted(() -> assertThat(committed(one)).isEqualTo(appended.size()));
            assertThat(ids()).doesNotHaveDuplicates().hasSize(appended.size());
            assertThat(ids("key-1")).containsExactlyElementsOf(ids(appended, "key-1"));
        }
    }

    private void remember(EventBatch batch) {
        batch.items().forEach(item -> delivered.add(item.event()));
    }

    private interface Deciding {
        void decide(EventBatch batch) throws Exception;
    }

    private static RouteBuilder decide(Deciding deciding) {
        Processor processor = exchange -> deciding.decide(exchange.getMessage().getBody(EventBatch.class));
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("bus:events").routeId("decide").process(processor);
            }
        };
    }

    private static void add(BusContext bus, RouteBuilder route) {
        try {
            bus.camel().addRoutes(route);
        } catch (Exception exception) {
            throw new AssertionError(exception);
        }
    }

    private static List<Event> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> event("key-" + n % 7, "" + n))
                .toList();
    }

    private static Event find(List<Event> events, Event event) {
        return events.get(events.indexOf(event));
    }

    private List<String> ids() {
        return delivered.stream().map(Event::id).toList();
    }

    private List<String> ids(String key) {
        return ids(delivered, key);
    }

    private static List<String> ids(List<Event> events, String key) {
        return events.stream()
                .filter(one -> one.key().equals(key))
                .map(Event::id)
                .toList();
    }

    private static void send(BusContext bus, ProducerRecord<String, byte[]> content) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(clients(bus), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(content);
        }
    }

    /** How many events the group of deciders has committed. */
    private static long committed(BusContext bus) {
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

    private static Map<String, Object> clients(BusContext bus) {
        Map<String, Object> clients = new HashMap<>();
        clients.put("bootstrap.servers", bus.bean(Brokers.class).bootstrap());
        clients.put("group.id", bus.topic("decide"));
        return clients;
    }
}
