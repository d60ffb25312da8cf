package com.wecomesb.connector.change;

import static com.wecomesb.connector.change.OtherSystem.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the lists of another system's changes are read, page by page. */
abstract class ChangeListContract extends FollowedTickets {

    ChangeListContract(TestDatabase database) {
        super(database);
    }

    @Test
    void pagesAreReadToTheirEnd() {
        // Given
        bus.baseline();
        bus.system.gives("\"c1\"", true, ticket("1", "10:00", "'subject': '一', 'status': 'open'"));
        bus.system.gives("\"c2\"", true, ticket("2", "10:00", "'subject': '二', 'status': 'open'"));
        bus.system.gives("\"c3\"", false, ticket("3", "10:01", "'subject': '三', 'status': 'open'"));

        // When
        boolean more = bus.poll();

        // Then
        assertThat(more).isFalse();
        assertThat(bus.types()).containsExactly("ticket.created", "ticket.created", "ticket.created");
        assertThat(bus.system.askedCursors).containsExactly("null", "\"start\"", "\"c1\"", "\"c2\"");
        assertThat(bus.position().value()).isEqualTo("\"c3\"");
    }

    @Test
    void recordsOfTheLastSecondThatComeAgainAreKnown() {
        // Given
        bus.baseline();
        FetchedRecord first = ticket("1", "10:00", "'subject': '一', 'status': 'open'");
        FetchedRecord sameSecond = ticket("2", "10:00", "'subject': '二', 'status': 'open'");
        bus.system.gives("\"10:00\"", false, first);
        bus.poll();

        // When
        bus.system.gives("\"10:00\"", false, first, sameSecond);
        bus.poll();

        // Then
        assertThat(bus.events).extracting(event -> event.id().split(":")[1]).containsExactly("1", "2");
    }

    @Test
    void duplicatedPagesBringNothingTwice() {
        // Given
        bus.baseline();
        FetchedRecord one = ticket("1", "10:00", "'subject': '一', 'status': 'open'");
        bus.system.gives("\"c1\"", true, one, one);
        bus.system.gives("\"c2\"", true, one);
        bus.system.gives("\"c3\"", false, ticket("2", "10:01", "'subject': '二', 'status': 'open'"));

        // When
        bus.poll();

        // Then
        assertThat(bus.types()).containsExactly("ticket.created", "ticket.created");
        assertThat(bus.position().trouble()).isNull();
    }

    @Test
    void aPageThatNeverEndsIsCutAndReported() {
        // Given
        bus.baseline();
        bus.system.gives("\"c1\"", true, OPEN);

        // When
        boolean more = bus.poll();

        // Then
        assertThat(more).isFalse();
        assertThat(bus.types()).containsExactly("ticket.created");
        assertThat(bus.position().trouble()).contains("已停下");
        assertThat(bus.system.askedCursors).hasSizeLessThan(6);
    }

    @Test
    void pagesThatTurnInCirclesUnderNewCursorsAreCutAndReported() {
        // Given
        bus.baseline();
        int[] page = {0};
        bus.system.gives(cursor -> new RecordSource.Page(List.of(OPEN), List.of(), "\"c" + ++page[0] + "\"", true));

        // When
        boolean more = bus.poll();

        // Then
        assertThat(more).isFalse();
        assertThat(bus.position().trouble()).contains("读过的记录");
        assertThat(page[0]).isLessThan(10);
    }

    @Test
    void aLongListLetsOthersHaveTheirTurn() {
        // Given
        bus.baseline();
        int[] number = {0};
        bus.system.gives(cursor -> new RecordSource.Page(
                List.of(ticket(Integer.toString(++number[0]), "10:00", "'subject': '一', 'status': 'open'")),
                List.of(),
                "\"c" + number[0] + "\"",
                true));

        // When
        boolean more = bus.poll();

        // Then
        assertThat(more).isTrue();
        assertThat(number[0]).isEqualTo(10);
        assertThat(bus.position().value()).isEqualTo("\"c10\"");
    }

    @Test
    void aRefusalInMidPageLosesNothing() {
        // Given
        bus.baseline();
        bus.system.gives("\"c1\"", true, ticket("1", "10:00", "'subject': '一', 'status': 'open'"));
        bus.system.gives(cursor -> {
            throw new ConnectorFailed(Kind.PERMANENT, "401");
        });
        assertThatThrownBy(bus::poll).isInstanceOf(ConnectorFailed.class);
        assertThat(bus.position().value()).isEqualTo("\"c1\"");

        // When
        bus.system.gives("\"c2\"", false, ticket("2", "10:01", "'subject': '二', 'status': 'open'"));
        bus.poll();

        // Then
        assertThat(bus.types()).containsExactly("ticket.created", "ticket.created");
    }

    @Test
    void theCursorStaysWhereAnotherInstanceHasPutIt() {
        // Given
        bus.baseline();
        bus.system.gives(cursor -> {
            bus.database.update("UPDATE change_cursor SET cursor_value = '\"other\"', moves = moves + 1");
            return new RecordSource.Page(List.of(OPEN), List.of(), "\"mine\"", true);
        });

        // When
        bus.poll();

        // Then
        assertThat(bus.position().value()).isEqualTo("\"other\"");
        assertThat(bus.types()).containsExactly("ticket.created");
    }

    @Test
    void onlyOneInstanceTakesAPoll() {
        // Given
        ChangeCursors cursors = new ChangeCursors(bus.database);
        Instant now = bus.clock.instant();
        ChangeCursors.Position seenByBoth = cursors.of("ticket", "ticket", now);

        // When
        boolean one = cursors.takePoll(seenByBoth, now, now.plusSeconds(300));
        boolean other = cursors.takePoll(seenByBoth, now, now.plusSeconds(300));

        // Then
        assertThat(one).isTrue();
        assertThat(other).isFalse();
    }
}
