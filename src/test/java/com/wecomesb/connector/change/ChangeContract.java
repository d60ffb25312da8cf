package com.wecomesb.connector.change;

import static com.wecomesb.connector.change.OtherSystem.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.bus.Event;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.database.TestDatabase;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** How changes of another system become events: none lost, none twice. */
abstract class ChangeContract extends FollowedTickets {

    ChangeContract(TestDatabase database) {
        super(database);
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
}
