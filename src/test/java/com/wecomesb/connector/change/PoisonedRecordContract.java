package com.wecomesb.connector.change;

import static com.wecomesb.connector.change.OtherSystem.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One record that cannot be taken, among others that can. */
abstract class PoisonedRecordContract extends FollowedTickets {

    PoisonedRecordContract(TestDatabase database) {
        super(database);
    }

    @Test
    void oneRecordThatCannotBeReadDoesNotHoldUpTheOthers() {
        // Given
        bus.baseline();
        bus.system.gives(cursor ->
                new RecordSource.Page(List.of(OPEN), List.of(new RefusedRecord("8", "subject:空,必填")), "\"c1\"", false));

        // When
        bus.poll();
        bus.poll();

        // Then
        assertThat(bus.types()).containsExactly("ticket.created");
        assertThat(bus.deadLetters()).isEqualTo(1);
        assertThat(bus.position().value()).isEqualTo("\"c1\"");
    }

    @Test
    void oneRecordThatCannotBeStoredDoesNotHoldUpTheOthers() {
        // Given
        bus.baseline();
        bus.system.gives(
                "\"c1\"",
                false,
                ticket("6", "10:00", "'subject': '退货', 'status': '" + "x".repeat(65) + "'"),
                OPEN,
                ticket("8", "10:00", "'subject': '换货', 'status': 'open'"));

        // When
        bus.poll();

        // Then
        assertThat(bus.types()).containsExactly("ticket.created", "ticket.created");
        assertThat(bus.deadLetters()).isEqualTo(1);
        assertThat(bus.position().value()).isEqualTo("\"c1\"");
    }

    @Test
    void aRecordThatIsRefusedForItsIdDoesNotHoldUpTheOthers() {
        // Given
        bus.baseline();
        RefusedRecord refused = new RefusedRecord("6\u0000", "没有可用的 id");
        bus.system.gives(cursor -> new RecordSource.Page(List.of(OPEN), List.of(refused), "\"c1\"", false));

        // When
        bus.poll();

        // Then
        assertThat(bus.types()).containsExactly("ticket.created");
        assertThat(bus.deadLetters()).isEqualTo(1);
    }
}
