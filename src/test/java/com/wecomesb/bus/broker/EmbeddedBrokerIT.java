package com.wecomesb.bus.broker;

import static com.wecomesb.bus.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.BusContext;
import com.wecomesb.bus.Event;
import com.wecomesb.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class EmbeddedBrokerIT {

    @Test
    void keepsWhatItAcknowledgedWhenItsProcessIsKilled() throws InterruptedException {
        // Given
        Path directory = TestBroker.emptyDirectory();
        DataSource database = TestDatabase.H2.migrated();
        List<Event> appended =
                IntStream.range(0, 100).mapToObj(n -> event("key", "" + n)).toList();
        BusContext before = new BusContext(database);
        try (BrokerProcess broker = new BrokerProcess(directory)) {
            before.with("esb.bus.brokers", broker.bootstrap()).start().straight();
            appended.forEach(one -> before.events().append(one).join());

            // When
            broker.kill();
            before.close();
        }

        // Then
        EmbeddedBroker restarted = new EmbeddedBroker(directory, FreePorts.find(), DataSize.ofMegabytes(4));
        restarted.start();
        try (BusContext after = new BusContext(database).likewise(before)) {
            after.with("esb.bus.brokers", restarted.bootstrap()).start();
            assertThat(after.onTopic()).containsExactlyElementsOf(appended);
        } finally {
            restarted.stop();
        }
    }

    @Test
    void startsInsideTheProcessWhenNoBrokerIsNamed() {
        DataSource database = TestDatabase.H2.migrated();
        Path directory = TestBroker.emptyDirectory();
        BusContext first = inside(directory, database);
        String address;
        try (first) {
            // Given
            first.start().straight();
            first.events().append(event("key", "1")).join();
            address = first.bean(Brokers.class).bootstrap();
        }

        // When
        try (BusContext second = inside(directory, database).likewise(first)) {
            second.start();

            // Then
            assertThat(second.onTopic()).containsExactly(event("key", "1"));
            assertThat(second.bean(Brokers.class).bootstrap())
                    .startsWith("127.0.0.1:")
                    .isNotEqualTo(address);
        }
    }

    private static BusContext inside(Path directory, DataSource database) {
        return new BusContext(database).with("esb.bus.brokers", "").with("esb.data-dir", directory.toString());
    }
}
