package com.wecomesb.bus.camel;

import static com.wecomesb.bus.TestEvents.event;
import static com.wecomesb.bus.camel.DeliveredEvents.committed;
import static com.wecomesb.bus.camel.DeliveredEvents.ids;
import static com.wecomesb.bus.camel.DeliveredEvents.route;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What {@code bus:events} delivers, on a real broker. */
class EventsIT {

    private final DeliveredEvents delivered = new DeliveredEvents();

    @Test
    void deliversWhatWasAppendedInTheOrderOfItsKey() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(delivered.route())) {
            // Given
            List<Event> appended = events(50);

            // When
            appended.forEach(one -> bus.events().append(one).join());

            // Then
            await().untilAsserted(() -> assertThat(delivered.events()).hasSize(50));
            assertThat(delivered.ids("key-1")).containsExactlyElementsOf(ids(appended, "key-1"));
            assertThat(delivered.events().get(0))
                    .usingRecursiveComparison()
                    .isEqualTo(find(appended, delivered.events().get(0)));
        }
    }

    @Test
    void appendsTheBodyOfAnExchange() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(delivered.route())) {
            // When
            bus.camel().createProducerTemplate().sendBody("bus:events", event("key", "by-route"));

            // Then
            await().untilAsserted(() -> assertThat(delivered.ids()).containsExactly("by-route"));
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
            add(bus, delivered.route());

            // Then
            await().untilAsserted(() -> assertThat(delivered.ids()).containsExactly("before", "after"));
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
            one.start(route(batch -> {
                inWork.countDown();
                assertThat(mayEnd.await(20, SECONDS)).isTrue();
                delivered.remember(batch);
            }));
            List<Event> appended = new ArrayList<>(events(60));
            appended.forEach(event -> one.events().append(event).join());
            await().until(() -> inWork.getCount() == 0);

            // When
            other.start(route(batch -> {
                batch.items().forEach(item -> byOther.add(item.event().id()));
                delivered.remember(batch);
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
            assertThat(delivered.ids()).doesNotHaveDuplicates().hasSize(appended.size());
            assertThat(delivered.ids("key-1")).containsExactlyElementsOf(ids(appended, "key-1"));
        }
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

    private static void send(BusContext bus, ProducerRecord<String, byte[]> content) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(DeliveredEvents.clients(bus), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(content);
        }
    }
}
