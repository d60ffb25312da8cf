package com.wecomesb.bus.camel;

import static com.wecomesb.bus.TestEvents.event;
import static com.wecomesb.bus.camel.DeliveredEvents.committed;
import static com.wecomesb.bus.camel.DeliveredEvents.route;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.StoredOffsets;
import com.wecomesb.database.TestDatabase;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** From where {@code bus:events} reads on, on a real broker. */
class EventOffsetsIT {

    private final DeliveredEvents delivered = new DeliveredEvents();

    @Test
    void commitsOnlyWhatTheRouteHasDone() throws InterruptedException {
        // Given
        CountDownLatch mayEnd = new CountDownLatch(1);
        RouteBuilder slow = route(batch -> {
            delivered.remember(batch);
            assertThat(mayEnd.await(10, SECONDS)).isTrue();
        });
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(slow)) {
            bus.events().append(event("key", "1")).join();
            await().untilAsserted(() -> assertThat(delivered.events()).hasSize(1));
            assertThat(committed(bus)).isZero();

            // When
            mayEnd.countDown();

            // Then
            await().untilAsserted(() -> assertThat(committed(bus)).isEqualTo(1));
        }
    }

    @Test
    void deliversTheWholeBatchAgainAfterAFailure() {
        // Given
        AtomicInteger failures = new AtomicInteger(3);
        RouteBuilder failing = route(batch -> {
            delivered.remember(batch);
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("database away");
            }
        });
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(failing)) {
            // When
            bus.events().append(event("key", "1")).join();

            // Then
            await().untilAsserted(() -> assertThat(delivered.ids()).containsExactly("1", "1", "1", "1"));
            await().untilAsserted(() -> assertThat(committed(bus)).isEqualTo(1));
        }
    }

    @Test
    void saysInItsHealthThatItCannotWorkOff() {
        RouteBuilder failing = route(batch -> {
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
    void readsOnFromWhatTheDatabaseHasDecided() {
        Map<Integer, Long> stored = new ConcurrentHashMap<>();
        StoredOffsets restored = (topic, partition) ->
                stored.containsKey(partition) ? OptionalLong.of(stored.get(partition)) : OptionalLong.empty();
        BusContext first = new BusContext(TestDatabase.H2.migrated());
        try (first) {
            // Given
            first.start(delivered.route());
            IntStream.range(0, 5)
                    .forEach(n -> first.events().append(event("key", "" + n)).join());
            await().untilAsserted(() -> assertThat(committed(first)).isEqualTo(5));
        }

        // When
        delivered.events().clear();
        IntStream.range(0, 3).forEach(partition -> stored.put(partition, 2L));
        try (BusContext second =
                new BusContext(TestDatabase.H2.migrated()).likewise(first).storing(restored)) {
            second.start(delivered.route());

            // Then
            await().untilAsserted(() -> assertThat(delivered.ids()).containsExactly("2", "3", "4"));
        }
    }

    @Test
    void doesNotSkipWhatKafkaHasNotCommittedWhateverIsStored() {
        // Given
        StoredOffsets ahead = (topic, partition) -> OptionalLong.of(1_000);
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).storing(ahead)) {
            // When
            bus.start(delivered.route());
            bus.events().append(event("key", "1")).join();

            // Then
            await().untilAsserted(() -> assertThat(delivered.ids()).containsExactly("1"));
        }
    }
}
