package com.wecomesb.connector.change;

import static com.wecomesb.connector.change.OtherSystem.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.bus.Event;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How changes of another system become events: none lost, none twice. */
abstract class ChangeContract {

    private static final Duration SETTLED = Duration.ofMillis(600);
    private static final FetchedRecord OPEN = ticket("7", "10:00", "'subject': '退货', 'status': 'open', 'comments': []");
    private static final FetchedRecord ANSWERED = ticket(
            "7",
            "10:05",
            "'subject': '退货', 'status': 'open', 'comments': [{'id': 'K1', 'text': '请寄回', 'public': true, 'createdAt': '2026-11-21T10:05:00Z'}]");
    private static final FetchedRecord CLOSED = ticket(
            "7",
            "10:09",
            "'subject': '退货', 'status': 'closed', 'comments': [{'id': 'K1', 'text': '请寄回', 'public': true, 'createdAt': '2026-11-21T10:05:00Z'}]");

    private final ChangeContext bus;

    ChangeContract(TestDatabase database) {
        bus = new ChangeContext(database.migrated());
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void whatWasThereBeforeAnybodyLookedIsNoNews() {
        // When
        bus.baseline(CLOSED);

        // Then
        assertThat(bus.types()).isEmpty();
        assertThat(bus.position().baseline()).isFalse();
    }

    @Test
    void aRecordThatAppearsLaterIsCreated() {
        // Given
        bus.baseline();

        // When
        bus.system.has(OPEN);
        bus.hint("7");
        bus.followAfter(SETTLED);

        // Then
        assertThat(bus.types()).containsExactly("ticket.created");
    }

    @Test
    void aWebhookAndAPollThatSeeTheSameGiveOneEvent() {
        // Given
        bus.baseline(OPEN);
        bus.system.has(CLOSED);
        bus.hint("7");
        bus.followAfter(SETTLED);

        // When
        bus.system.gives("\"c2\"", false, CLOSED);
        bus.poll();

        // Then
        assertThat(bus.types()).containsExactly("ticket.commented", "ticket.closed");
        assertThat(bus.events)
                .extracting(Event::id)
                .containsExactly("ticket:7:commented:K1", "ticket:7:closed:2026-11-21T10:09:00Z");
    }

    @Test
    void aPublicReplyCarriesItsTextAndAnOwnOneIsNoNews() {
        // Given
        bus.baseline(OPEN);
        bus.ownComments.add("K0");
        FetchedRecord both = ticket(
                "7",
                "10:05",
                "'subject': '退货', 'status': 'open', 'comments': [{'id': 'K0', 'text': '还没到', 'public': true}, {'id': 'K1', 'text': '请寄回', 'public': true}]");

        // When
        bus.system.has(both);
        bus.hint("7");
        bus.followAfter(SETTLED);

        // Then
        assertThat(bus.events).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("ticket.commented");
            assertThat(ChangeContext.data(event).path("comment").path("text").asText())
                    .isEqualTo("请寄回");
            assertThat(ChangeContext.data(event).path("comment").path("public").asBoolean())
                    .isTrue();
        });
    }

    @Test
    void anOwnTicketIsNotCreatedByOthersButItsAnswersAreNews() {
        // Given
        bus.ownTickets.add("7");
        bus.system.has(ANSWERED);

        // When
        bus.hint("7");
        bus.followAfter(SETTLED);

        // Then
        assertThat(bus.types()).containsExactly("ticket.commented");
    }

    @Test
    void ofAnOldRecordThatNobodyKnewOnlyTheLastChangeIsNews() {
        // Given
        bus.baseline(ticket("1", "09:30", "'subject': '别的', 'status': 'open'"));
        FetchedRecord old = ticket(
                "7",
                "10:05",
                "'subject': '退货', 'status': 'open', 'createdAt': '2026-10-01T00:00:00Z', 'comments': ["
                        + "{'id': 'K1', 'text': '旧', 'public': true, 'createdAt': '2026-10-02T00:00:00Z'},"
                        + "{'id': 'K2', 'text': '新', 'public': true, 'createdAt': '2026-11-21T10:05:00Z'}]");

        // When
        bus.system.has(old);
        bus.hint("7");
        bus.followAfter(SETTLED);

        // Then
        assertThat(bus.events).extracting(Event::id).containsExactly("ticket:7:commented:K2");
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() {
        // Given
        bus.baseline(OPEN);
        bus.system.gives("\"c2\"", false, CLOSED);
        bus.poll();

        // When
        bus.system.gives("\"c3\"", false, ANSWERED);
        bus.poll();
        bus.system.gives("\"c4\"", false, CLOSED);
        bus.poll();

        // Then
        assertThat(bus.types()).containsExactly("ticket.commented", "ticket.closed");
    }

    @Test
    void aThousandHintsAtOneRecordEndInOneFetch() {
        // Given
        bus.baseline(OPEN);
        bus.system.has(CLOSED);
        for (int i = 0; i < 1000; i++) {
            bus.hint("7");
        }

        // When
        bus.followAfter(SETTLED);
        bus.followAfter(Duration.ofMinutes(1));

        // Then
        assertThat(bus.system.fetched).containsExactly("7");
    }

    @Test
    void aRecordThatIsNeverQuietIsFetchedAllTheSame() {
        // Given
        bus.system.has(OPEN);
        bus.hint("7");

        // When
        for (int i = 0; i < 30; i++) {
            bus.followAfter(Duration.ofMillis(300));
            bus.hint("7");
        }

        // Then
        assertThat(bus.system.fetched).hasSizeBetween(1, 3);
    }

    @Test
    void aHintDuringAFetchLeadsToAnotherOne() {
        // Given
        bus.system.has(OPEN);
        bus.hint("7");
        bus.clock.advance(SETTLED);
        HintedRecords.Claimed claimed = bus.hinted().claim(1).get(0);

        // When
        bus.hint("7");
        bus.hinted().done(claimed);

        // Then
        assertThat(bus.followAfter(SETTLED)).isEqualTo(1);
        assertThat(bus.followAfter(Duration.ofMinutes(1))).isZero();
    }

    @Test
    void whatADeadInstanceHadClaimedIsTakenOverWhenItsLeaseEnds() {
        // Given
        bus.hint("7");
        bus.clock.advance(SETTLED);
        assertThat(bus.hinted().claim(10)).hasSize(1);

        // When
        int before = bus.followAfter(Duration.ofMinutes(4));
        int after = bus.followAfter(Duration.ofMinutes(2));

        // Then
        assertThat(before).isZero();
        assertThat(after).isEqualTo(1);
    }

    @Test
    void aWebhookBeforeItsRecordExistsIsFollowedAgainUntilItDoes() {
        // Given
        bus.hint("7");
        bus.followAfter(SETTLED);
        bus.followAfter(Duration.ofSeconds(2));
        assertThat(bus.types()).isEmpty();

        // When
        bus.system.has(OPEN);
        bus.followAfter(Duration.ofSeconds(5));

        // Then
        assertThat(bus.types()).containsExactly("ticket.created");
        assertThat(bus.followAfter(Duration.ofHours(2))).isZero();
    }

    @Test
    void aRecordThatNeverExistsBecomesADeadLetter() {
        // Given
        bus.hint("7");

        // When
        int looks = 0;
        for (int i = 0; i < 200; i++) {
            looks += bus.followAfter(Duration.ofMinutes(1));
        }

        // Then
        assertThat(looks).isBetween(8, 20);
        assertThat(bus.deadLetters()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsDeletedInBetweenIsDeletedOnce() {
        // Given
        bus.baseline(OPEN);
        bus.system.deletes("7");
        bus.hint("7");
        bus.followAfter(SETTLED);
        assertThat(bus.types()).isEmpty();

        // When
        bus.followAfter(Duration.ofSeconds(2));
        bus.hint("7");
        bus.followAfter(SETTLED);

        // Then
        assertThat(bus.types()).containsExactly("ticket.deleted");
    }

    @Test
    void aSystemThatDoesNotAnswerIsAskedAgain() {
        // Given
        bus.baseline(OPEN);
        bus.system.has(CLOSED);
        bus.system.failsWith(new ConnectorFailed(Kind.RETRY, "502"));
        bus.hint("7");
        bus.followAfter(SETTLED);
        bus.followAfter(Duration.ofSeconds(3));

        // When
        bus.system.failsWith(null);
        bus.followAfter(Duration.ofSeconds(10));

        // Then
        assertThat(bus.types()).contains("ticket.closed");
    }

    @Test
    void aSystemThatAsksForSilenceGetsIt() {
        // Given
        Instant until = bus.clock.instant().plusSeconds(300);
        bus.system.failsWith(new ConnectorFailed(Kind.THROTTLED, "429", until));
        bus.hint("7");
        bus.followAfter(SETTLED);

        // When
        int early = bus.followAfter(Duration.ofSeconds(290));
        int late = bus.followAfter(Duration.ofSeconds(15));

        // Then
        assertThat(early).isZero();
        assertThat(late).isEqualTo(1);
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
    void oneRecordThatCannotBeReadDoesNotHoldUpTheOthers() {
        // Given
        bus.baseline();
        bus.system.gives(cursor -> new RecordSource.Page(
                List.of(OPEN), List.of(new RecordSource.Refused("8", "subject:空,必填")), "\"c1\"", false));

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
    void aBusThatIsAwayGetsTheSameEventsLaterOnce() {
        // Given
        bus.baseline(OPEN);
        bus.busGoesAway();
        bus.system.gives("\"c1\"", false, ANSWERED);
        assertThatThrownBy(bus::poll).isInstanceOf(CompletionException.class);
        assertThat(bus.position().value()).isEqualTo("\"start\"");

        // When
        bus.busComesBack();
        bus.system.has(CLOSED);
        bus.hint("7");
        bus.followAfter(SETTLED);
        bus.system.gives("\"c2\"", false, CLOSED);
        bus.poll();
        bus.poll();

        // Then
        assertThat(bus.events)
                .extracting(Event::id)
                .containsExactly("ticket:7:commented:K1", "ticket:7:closed:2026-11-21T10:09:00Z");
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
