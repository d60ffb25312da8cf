package com.wecomesb.bus.inbox;

import static com.wecomesb.bus.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.NotAppended;
import com.wecomesb.bus.kafka.CloudEvents;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InboxMoverIT {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void movesEachRowOnceAndInOrderThoughTwoInstancesRun(TestDatabase kind) {
        DataSource database = kind.migrated();
        BusContext one = new BusContext(database);
        BusContext other = new BusContext(database).likewise(one);
        try (one;
                other) {
            // Given
            List<Event> left = IntStream.range(0, 1_000)
                    .mapToObj(n -> event("key", "" + n))
                    .toList();
            one.start();
            other.start();
            InboxTable table = one.bean(InboxTable.class);

            // When
            table.add(left.stream().map(event -> waiting(one, event)).toList());

            // Then
            await().until(table::isEmpty);
            assertThat(one.onTopic()).containsExactlyElementsOf(left);
        }
    }

    @Test
    void movesWhatAnEarlierRunHasLeftBeforeAnythingNew() {
        DataSource database = TestDatabase.H2.migrated();
        try (BusContext bus = new BusContext(database)) {
            // Given
            new InboxTable(database).add(List.of(waiting(bus, event("key", "first"))));

            // When
            bus.start();
            bus.events().append(event("key", "second")).join();

            // Then
            await().untilAsserted(() ->
                    assertThat(bus.onTopic().stream().map(Event::id)).containsExactly("first", "second"));
        }
    }

    @Test
    void buriesARowThatKafkaNeverTakes() {
        try (BusContext bus = small()) {
            // Given
            bus.start();
            InboxTable table = bus.bean(InboxTable.class);
            ProducerRecord<String, byte[]> tooLarge = new ProducerRecord<>(
                    bus.topic("events"), null, Instant.now().toEpochMilli(), "key", new byte[5_000]);

            // When
            table.add(List.of(tooLarge, waiting(bus, event("key", "next"))));

            // Then
            await().until(table::isEmpty);
            assertThat(bus.onTopic()).containsExactly(event("key", "next"));
            assertThat(bus.bean(DeadLetters.class).list(DeadLetter.State.OPEN, Long.MAX_VALUE, 10))
                    .hasSize(1);
        }
    }

    @Test
    void refusesAtOnceWhatIsTooLargeForKafkaEvenWithoutItsData() {
        try (BusContext bus = small()) {
            // Given
            bus.start().straight();
            Event tooLarge =
                    Event.first("ww1", "1".repeat(5_000), "some.type", null, Instant.now(), "key", new byte[0]);

            // When // Then
            assertThat(bus.events().append(tooLarge))
                    .failsWithin(Duration.ofSeconds(1))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(NotAppended.class);
        }
    }

    private static BusContext small() {
        return new BusContext(TestDatabase.H2.migrated()).with("esb.bus.max-message-size", "2KB");
    }

    private static ProducerRecord<String, byte[]> waiting(BusContext bus, Event event) {
        return CloudEvents.write(event, bus.topic("events"), Instant.now());
    }
}
