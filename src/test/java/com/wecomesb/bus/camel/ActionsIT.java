package com.wecomesb.bus.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.ActionReference;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.Drain;
import com.wecomesb.database.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** {@code bus:actions/KIND} on a real broker. */
class ActionsIT {

    private final List<String> performed = new CopyOnWriteArrayList<>();

    @Test
    void performsTheActionsOfALaneInTheirOrder() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(perform(this::remember))) {
            // When
            IntStream.range(0, 100).forEach(n -> publish(bus, "lane-" + n % 4, n));

            // Then
            await().untilAsserted(() -> assertThat(performed).hasSize(100));
            assertThat(performed.stream()
                            .filter(id -> Integer.parseInt(id) % 4 == 1)
                            .map(Integer::valueOf))
                    .isSorted();
        }
    }

    @Test
    void goesOnWithOtherLanesWhileOneHangs() throws InterruptedException {
        // Given
        CountDownLatch mayEnd = new CountDownLatch(1);
        RouteBuilder hanging = perform(action -> {
            if (action.lane().equals("slow")) {
                assertThat(mayEnd.await(20, SECONDS)).isTrue();
            }
            remember(action);
        });
        BusContext bus = new BusContext(TestDatabase.H2.migrated()).with("esb.bus.partitions", 1);
        try (bus) {
            bus.start(hanging);

            // When
            publish(bus, "slow", 1);
            IntStream.range(2, 12).forEach(n -> publish(bus, "lane-" + n, n));

            // Then
            await().untilAsserted(() -> assertThat(performed).hasSize(10));
            mayEnd.countDown();
            await().untilAsserted(() -> assertThat(performed).hasSize(11));
        }
    }

    @Test
    void pausesAPartitionOfWhichItHasItsHandsFull() {
        // Given
        CountDownLatch mayEnd = new CountDownLatch(1);
        BusContext bus = new BusContext(TestDatabase.H2.migrated())
                .with("esb.bus.partitions", 1)
                .with("esb.perform.crm.concurrency", 2);
        try (bus) {
            bus.start(perform(action -> {
                assertThat(mayEnd.await(20, SECONDS)).isTrue();
                remember(action);
            }));

            // When
            IntStream.range(0, 50).forEach(n -> publish(bus, "lane", n));

            // Then
            await().untilAsserted(() -> assertThat(lag(bus)).isGreaterThan(30));
            mayEnd.countDown();
            await().untilAsserted(() -> assertThat(performed).hasSize(50));
        }
    }

    @Test
    void passesOverAnActionWhoseRouteFails() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        RouteBuilder failing = perform(action -> {
            attempts.incrementAndGet();
            if (action.id().equals("1")) {
                throw new IllegalStateException("CRM away");
            }
            remember(action);
        });
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(failing)) {
            // When
            publish(bus, "lane", 1);
            publish(bus, "lane", 2);

            // Then
            await().untilAsserted(() -> assertThat(performed).containsExactly("2"));
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void givesTheUnfinishedToTheNextInstanceAndNothingElse() {
        BusContext one = new BusContext(TestDatabase.H2.migrated())
                .with("esb.bus.partitions", 1)
                .with("esb.bus.drain-timeout", "100ms");
        CountDownLatch never = new CountDownLatch(1);
        try (one) {
            // Given
            one.start(perform(action -> {
                remember(action);
                if (action.id().equals("3")) {
                    never.await(20, SECONDS);
                }
            }));
            IntStream.range(0, 6).forEach(n -> publish(one, "lane-" + n, n));
            await().untilAsserted(() -> assertThat(performed).hasSize(6));
        }

        // When
        performed.clear();
        try (BusContext other = new BusContext(TestDatabase.H2.migrated()).likewise(one)) {
            other.start(perform(this::remember));

            // Then
            await().untilAsserted(() -> assertThat(performed).containsExactlyInAnyOrder("3", "4", "5"));
        }
        never.countDown();
    }

    @Test
    void movesLanesToASecondInstanceWithoutWorkingOnOneTwice() {
        Map<String, Integer> times = new ConcurrentHashMap<>();
        List<String> byOther = new CopyOnWriteArrayList<>();
        BusContext one = new BusContext(TestDatabase.H2.migrated());
        BusContext other = new BusContext(TestDatabase.H2.migrated()).likewise(one);
        try (one;
                other) {
            // Given
            one.start(perform(action -> times.merge(action.id(), 1, Integer::sum)));
            AtomicInteger published = new AtomicInteger();
            IntStream.range(0, 50).forEach(n -> publish(one, "lane-" + n % 9, published.getAndIncrement()));

            // When
            other.start(perform(action -> {
                byOther.add(action.id());
                times.merge(action.id(), 1, Integer::sum);
            }));
            await().until(() -> {
                publish(one, "lane-" + published.get() % 9, published.getAndIncrement());
                return byOther.size() > 5;
            });

            // Then
            await().untilAsserted(() -> assertThat(times).hasSize(published.get()));
            assertThat(times.values()).containsOnly(1);
        }
    }

    @Test
    void takesNothingAfterADrainUntilItIsResumed() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).start(perform(this::remember))) {
            // Given
            publish(bus, "lane", 1);
            await().untilAsserted(() -> assertThat(performed).containsExactly("1"));
            Drain drain = bus.bean(Drain.class);
            drain.drain();
            publish(bus, "lane", 2);
            assertThat(drain.isDrained()).isTrue();
            assertThat(performed).containsExactly("1");

            // When
            drain.resume();

            // Then
            await().untilAsserted(() -> assertThat(performed).containsExactly("1", "2"));
        }
    }

    private void remember(ActionReference action) {
        performed.add(action.id());
    }

    private interface Performing {
        void perform(ActionReference action) throws Exception;
    }

    private static RouteBuilder perform(Performing performing) {
        Processor processor =
                exchange -> performing.perform(exchange.getMessage().getBody(ActionReference.class));
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("bus:actions/crm").routeId("perform-crm").process(processor);
            }
        };
    }

    private static void publish(BusContext bus, String lane, int id) {
        bus.bean(ActionTopics.class)
                .publish(new ActionReference("" + id, ActionKind.CRM, lane))
                .join();
    }

    private static double lag(BusContext bus) {
        return bus.bean(MeterRegistry.class).get("esb.consumer.lag").gauge().value();
    }
}
