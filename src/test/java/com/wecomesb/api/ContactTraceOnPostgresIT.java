package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trace of a contact that only a sync knows. */
class ContactTraceOnPostgresIT {

    private static final String ACTION = "0123456789abcdef0123456789abcdef";

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.POSTGRESQL.migrated());

    @Test
    void findsItsLinksAndItsActions() {
        // Given
        BusRows rows = new BusRows(jdbc);
        rows.link("contact-9", "R9");
        rows.identity("contact-9", "wmLi");
        rows.action(ACTION, ACTION, "crm", "contact-upsert", "DONE", null);
        jdbc.sql("UPDATE action SET contact_id = 'contact-9', lane = 'crm:contact-9:crm'")
                .update();
        History history = new History(jdbc, new ObjectMapper());
        LinksOfContacts links = new LinksOfContacts(jdbc);
        // Then
        for (String id : new String[] {"contact-9", "wmLi"}) {
            assertThat(history.chainsOf(id)).containsExactly(ACTION);
            assertThat(links.of(id)).extracting(LinkView::record).containsExactly("R9");
        }
    }
}
