package com.wecomesb.connector.link;

import static com.wecomesb.document.SingleQuoted.json;

import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.time.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The link table on a real database. */
final class LinkContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));

    @EnableTransactionManagement
    static class Transactions {}

    LinkContext(DataSource database) {
        Pseudonyms pseudonyms = new Pseudonyms("test-key-of-the-pseudonyms-32-by".getBytes(StandardCharsets.US_ASCII));
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(
                "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(MutableClock.class, () -> clock);
        context.registerBean(Fields.class, () -> new Fields(pseudonyms));
        context.register(Transactions.class, LinkTable.class, TrackedLinks.class);
        context.refresh();
    }

    Links links() {
        return context.getBean(Links.class);
    }

    /** A record of the ticket system, whose document is written as JSON with single quotes. */
    static FetchedRecord ticket(String id, String version, String document) {
        return new FetchedRecord("ticket", "ticket", id, version, false, json(document));
    }

    @Override
    public void close() {
        context.close();
    }
}
