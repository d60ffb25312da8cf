package com.wecomesb.bus.claim;

import static com.wecomesb.bus.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events that are larger than a record may be, on a real broker. */
class ClaimChecksIT {

    private static final byte[] LARGE = "x".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);

    private final List<Event> delivered = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void areDeliveredWholeAndInTheirOrder(TestDatabase kind) throws Exception {
        try (BusContext bus = withALargeEventAmongOthers(kind.migrated())) {
            // When
            bus.camel().addRoutes(deciding());

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("before", "large", "after"));
            assertThat(delivered.get(1).data()).isEqualTo(LARGE);
        }
    }

    @Test
    void waitForTheDatabaseThatKeepsTheirData() throws Exception {
        DataSource database = TestDatabase.H2.migrated();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        try (BusContext bus = withALargeEventAmongOthers(database)) {
            // Given
            jdbc.execute("ALTER TABLE claim_check RENAME TO away");

            // When
            bus.camel().addRoutes(deciding());
            await().until(() -> failingSeconds(bus) >= 1);
            jdbc.execute("ALTER TABLE away RENAME TO claim_check");

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("before", "large", "after"));
        }
    }

    @Test
    void areBuriedWhenTheirDataIsGone() throws Exception {
        DataSource database = TestDatabase.H2.migrated();
        try (BusContext bus = withALargeEventAmongOthers(database)) {
            // Given
            new JdbcTemplate(database).update("DELETE FROM claim_check");

            // When
            bus.camel().addRoutes(deciding());

            // Then
            await().untilAsserted(() -> assertThat(ids()).containsExactly("before", "after"));
            await().untilAsserted(() -> assertThat(
                            bus.bean(DeadLetters.class).list(DeadLetter.State.OPEN, Long.MAX_VALUE, 10))
                    .singleElement()
                    .extracting(DeadLetter::cause)
                    .isEqualTo("the data that it refers to is not there"));
        }
    }

    private static BusContext withALargeEventAmongOthers(DataSource database) {
        BusContext bus = new BusContext(database)
                .with("esb.bus.max-message-size", "20KB")
                .start()
                .straight();
        bus.events().append(event("key", "before")).join();
        bus.events().append(event("key", "large").withData(LARGE)).join();
        bus.events().append(event("key", "after")).join();
        return bus;
    }

    private RouteBuilder deciding() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("bus:events")
                        .process(exchange -> exchange.getMessage()
                                .getBody(EventBatch.class)
                                .items()
                                .forEach(item -> delivered.add(item.event())));
            }
        };
    }

    private static double failingSeconds(BusContext bus) {
        return bus.bean(MeterRegistry.class)
                .get("esb.consumer.failing.seconds")
                .gauge()
                .value();
    }

    private List<String> ids() {
        return delivered.stream().map(Event::id).toList();
    }
}
