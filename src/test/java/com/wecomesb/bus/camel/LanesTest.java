package com.wecomesb.bus.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void runsTheTasksOfOneLaneInTheirOrder() {
        // Given
        Lanes lanes = new Lanes(threads, 4);
        Map<String, List<Integer>> done = new ConcurrentHashMap<>();

        // When
        for (int n = 0; n < 500; n++) {
            int number = n;
            String lane = "lane-" + n % 5;
            lanes.submit(
                    lane,
                    () -> done.computeIfAbsent(lane, key -> new CopyOnWriteArrayList<>())
                            .add(number));
        }

        // Then
        await().untilAsserted(() -> assertThat(done.values())
                .hasSize(5)
                .allSatisfy(numbers -> assertThat(numbers).hasSize(100).isSorted()));
    }

    @Test
    void runsDifferentLanesSideBySide() throws InterruptedException {
        // Given
        Lanes lanes = new Lanes(threads, 3);
        CyclicBarrier together = new CyclicBarrier(3);
        CountDownLatch met = new CountDownLatch(3);

        // When
        for (String lane : List.of("a", "b", "c")) {
            lanes.submit(lane, () -> {
                try {
                    together.await(5, SECONDS);
                    met.countDown();
                } catch (Exception exception) {
                    throw new AssertionError(exception);
                }
            });
        }

        // Then
        assertThat(met.await(5, SECONDS)).isTrue();
    }

    @Test
    void runsNoMoreLanesAtOnceThanAllowed() {
        // Given
        Lanes lanes = new Lanes(threads, 2);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        // When
        IntStream.range(0, 200)
                .forEach(n -> lanes.submit("lane-" + n % 50, () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    running.decrementAndGet();
                    done.incrementAndGet();
                }));

        // Then
        await().untilAsserted(() -> assertThat(done).hasValue(200));
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void letsALaneWithMuchToDoTakeTurnsWithTheOthers() throws InterruptedException {
        // Given
        Lanes lanes = new Lanes(threads, 1);
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch allSubmitted = new CountDownLatch(1);
        lanes.submit("busy", () -> {
            try {
                allSubmitted.await(5, SECONDS);
            } catch (InterruptedException exception) {
                throw new AssertionError(exception);
            }
        });

        // When
        lanes.submit("busy", () -> order.add("busy"));
        lanes.submit("busy", () -> order.add("busy"));
        lanes.submit("other", () -> order.add("other"));
        allSubmitted.countDown();

        // Then
        await().untilAsserted(() -> assertThat(order).containsExactly("other", "busy", "busy"));
    }
}
