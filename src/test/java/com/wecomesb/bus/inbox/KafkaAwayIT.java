package com.wecomesb.bus.inbox;

import static com.wecomesb.bus.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Hints;
import com.wecomesb.bus.NotAppended;
import com.wecomesb.bus.broker.TestBroker;
import com.wecomesb.database.FailingDatabase;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kafka goes away and comes back, on the same address and with the same data. */
class KafkaAwayIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void losesNothingAndKeepsTheOrderOfEachKeyUnderTraffic(TestDatabase database) {
        try (TestBroker kafka = TestBroker.ofItsOwn();
                BusContext bus = on(kafka, database.migrated())) {
            // Given
            kafka.start();
            bus.start().straight();
            AtomicBoolean goesOn = new AtomicBoolean(true);
            List<CompletableFuture<List<Event>>> senders = IntStream.range(0, 4)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> appendWhile(goesOn, bus, "key-" + n)))
                    .toList();

            // When
            kafka.stop();
            await().atMost(LONG).until(() -> waiting(bus) > 50);
            kafka.start();
            await().atMost(LONG).until(() -> waiting(bus) == 0 && goesStraight(bus));
            goesOn.set(false);

            // Then
            List<List<Event>> appended =
                    senders.stream().map(CompletableFuture::join).toList();
            Map<String, List<Event>> onTopic =
                    bus.onTopic().stream().distinct().collect(Collectors.groupingBy(Event::key));
            assertThat(appended)
                    .allSatisfy(
                            chat -> assertThat(onTopic.get(chat.get(0).key())).containsExactlyElementsOf(chat));
        }
    }

    @Test
    void startsWithoutKafkaAndTakesEventsAndHints() {
        try (TestBroker kafka = TestBroker.ofItsOwn();
                BusContext bus = on(kafka, TestDatabase.H2.migrated())) {
            // Given
            bus.start();
            bus.events().append(event("key", "1")).join();
            bus.bean(Hints.class)
                    .append(new Hint("kf:wk1", "{}", Instant.now()))
                    .join();
            assertThat(waiting(bus)).isEqualTo(2);

            // When
            kafka.start();

            // Then
            await().atMost(LONG).until(() -> waiting(bus) == 0);
            assertThat(bus.onTopic()).containsExactly(event("key", "1"));
        }
    }

    @Test
    void saysSinceWhenItHasBeenAway() {
        try (TestBroker kafka = TestBroker.ofItsOwn();
                BusContext bus = on(kafka, TestDatabase.H2.migrated())) {
            // When
            bus.start();

            // Then
            KafkaHealthIndicator health = bus.bean(KafkaHealthIndicator.class);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(health.health().getDetails())
                            .containsKeys("unreachableSince", "inboxSince")
                            .containsEntry("eventsGoTo", "inbox"));
            assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        }
    }

    @Test
    void answersNobodyWithSuccessWhileTheDatabaseIsAwayAsWell() {
        FailingDatabase database = new FailingDatabase(TestDatabase.H2.migrated(), LONG);
        try (TestBroker kafka = TestBroker.ofItsOwn();
                BusContext bus = on(kafka, database)) {
            // Given
            kafka.start();
            bus.start().straight();
            kafka.stop();
            database.goAway();

            // When
            CompletableFuture<Void> appended = bus.events().append(event("key", "1"));

            // Then
            assertThat(appended)
                    .failsWithin(Duration.ofMillis(4_500))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(NotAppended.class);
            database.comeBack();
        }
    }

    @Test
    void goesOnWithKafkaAloneWhileTheDatabaseIsStillAway() {
        FailingDatabase database = new FailingDatabase(TestDatabase.H2.migrated(), Duration.ofSeconds(1));
        try (TestBroker kafka = TestBroker.ofItsOwn();
                BusContext bus = on(kafka, database)) {
            // Given
            kafka.start();
            bus.start().straight();
            kafka.stop();
            database.goAway();
            assertThat(bus.events().append(event("key", "refused"))).failsWithin(LONG);

            // When
            kafka.start();

            // Then
            await().atMost(LONG).until(() -> goesStraight(bus));
            assertThat(bus.events().append(event("key", "taken"))).succeedsWithin(LONG);
            database.comeBack();
        }
    }

    /** One after the other, as a chat does. */
    private static List<Event> appendWhile(AtomicBoolean goesOn, BusContext bus, String key) {
        List<Event> appended = new ArrayList<>();
        while (goesOn.get()) {
            Event next = event(key, key + "-" + appended.size());
            bus.events().append(next).join();
            appended.add(next);
        }
        return appended;
    }

    private static BusContext on(TestBroker kafka, DataSource database) {
        return new BusContext(database).with("esb.bus.brokers", kafka.bootstrap());
    }

    private static long waiting(BusContext bus) {
        return bus.bean(InboxTable.class).size().rows();
    }

    private static boolean goesStraight(BusContext bus) {
        return bus.bean(Intake.class).divertedSince().isEmpty();
    }
}
