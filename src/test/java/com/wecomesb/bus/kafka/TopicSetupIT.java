package com.wecomesb.bus.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.bus.BusContext;
import com.wecomesb.database.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TopicSetupIT {

    @Test
    void refusesAChangedCountOfPartitionsAndSaysHowToChangeIt() {
        DataSource database = TestDatabase.H2.migrated();
        try (BusContext before = new BusContext(database).start();
                BusContext after = new BusContext(database).likewise(before).with("esb.bus.partitions", 4)) {
            // When // Then
            assertThatThrownBy(after::start)
                    .hasRootCauseInstanceOf(TopicMismatch.class)
                    .rootCause()
                    .hasMessageContaining("has 3 partitions, esb.bus.partitions says 4")
                    .hasMessageContaining("/api/v1/drain");
        }
    }

    @Test
    void refusesToStartWithoutTopicsThatItMayNotCreate() {
        try (BusContext bus = new BusContext(TestDatabase.H2.migrated()).with("esb.bus.create-topics", false)) {
            // When // Then
            assertThatThrownBy(bus::start)
                    .hasRootCauseInstanceOf(TopicMismatch.class)
                    .rootCause()
                    .hasMessageContaining(bus.topic("events"));
        }
    }

    @Test
    void startsOnTopicsThatAreThere() {
        DataSource database = TestDatabase.H2.migrated();
        try (BusContext first = new BusContext(database).start();
                BusContext second = new BusContext(database).likewise(first).with("esb.bus.create-topics", false)) {
            // When
            second.start();

            // Then
            assertThat(second.bean(TopicSetup.class).isReady()).isTrue();
        }
    }
}
