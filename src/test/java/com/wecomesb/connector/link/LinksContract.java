package com.wecomesb.connector.link;

import static com.wecomesb.connector.link.LinkContext.ticket;
import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of the link table, the same on every database. */
abstract class LinksContract {

    private static final String ONE = "2026-11-21T04:00:00Z";
    private static final String TWO = "2026-11-21T04:00:01Z";

    private final TestDatabase database;
    private LinkContext context;
    private Links links;

    LinksContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        context = new LinkContext(database.migrated());
        links = context.links();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aRecordNeverSeenIsNewInAllItsFields() {
        // When
        Arrival arrival = links.arrived(ticket("7", ONE, "{'id':'7','subject':'坏了','status':'open','updatedAt':'x'}"));
        // Then
        assertThat(arrival.news()).isTrue();
        assertThat(arrival.changed()).containsExactlyInAnyOrder("subject", "status");
        assertThat(arrival.ours()).isEmpty();
    }

    @Test
    void whatIsNewStaysNewUntilTheBusWasToldOfIt() {
        // Given
        FetchedRecord record = ticket("7", ONE, "{'subject':'坏了'}");
        links.arrived(record);
        // When
        Arrival again = links.arrived(record);
        links.told("ticket", "ticket", "7", ONE);
        Arrival known = links.arrived(record);
        // Then
        assertThat(again.news()).isTrue();
        assertThat(known.news()).isFalse();
    }

    @Test
    void onlyWhatChangedIsNamed() {
        // Given
        known("{'subject':'坏了','status':'open'}");
        // When
        Arrival arrival = links.arrived(ticket("7", TWO, "{'subject':'坏了','status':'closed'}"));
        // Then
        assertThat(arrival.changed()).containsExactly("status");
    }

    @Test
    void aVersionThatIsOlderIsNoNews() {
        // Given
        known(TWO, "{'status':'closed'}");
        // When
        Arrival arrival = links.arrived(ticket("7", ONE, "{'status':'open'}"));
        // Then
        assertThat(arrival.news()).isFalse();
    }

    @Test
    void aChangeThatKeepsItsVersionIsNewsAllTheSame() {
        // Given
        known(ONE, "{'status':'open'}");
        // When
        Arrival arrival = links.arrived(ticket("7", ONE, "{'status':'closed'}"));
        // Then
        assertThat(arrival.changed()).containsExactly("status");
    }

    @Test
    void whatWeWroteDoesNotComeBackAsNews() {
        // Given
        links.written(
                "ticket", "ticket", "a1", "7", ONE, json("{'subject':'é𠮷','description':'一\\n二','status':'open'}"));
        // When
        Arrival arrival = links.arrived(
                ticket("7", TWO, "{'subject':'e\u0301𠮷','description':'一\\r\\n二 ','status':'open','tags':[]}"));
        // Then
        assertThat(arrival.news()).isFalse();
        assertThat(arrival.ours()).contains("a1");
        assertThat(links.ours("ticket", "ticket", "7")).contains("a1");
    }

    @Test
    void aRecordThatIsGoneIsNewsOnce() {
        // Given
        known("{'status':'open'}");
        FetchedRecord gone = new FetchedRecord("ticket", "ticket", "7", TWO, true, json("{}"));
        // When
        Arrival first = links.arrived(gone);
        links.told("ticket", "ticket", "7", TWO);
        Arrival second = links.arrived(gone);
        // Then
        assertThat(first.changed()).containsExactly("deleted");
        assertThat(second.news()).isFalse();
    }

    private void known(String document) {
        known(ONE, document);
    }

    private void known(String version, String document) {
        links.arrived(ticket("7", version, document));
        links.told("ticket", "ticket", "7", version);
    }
}
