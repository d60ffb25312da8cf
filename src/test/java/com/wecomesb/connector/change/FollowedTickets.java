package com.wecomesb.connector.change;

import static com.wecomesb.connector.change.OtherSystem.ticket;

import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A bus that follows the tickets of another system, on a real database. */
abstract class FollowedTickets {

    static final Duration SETTLED = Duration.ofMillis(600);
    static final FetchedRecord OPEN = ticket("7", "10:00", "'subject': '退货', 'status': 'open', 'comments': []");
    static final FetchedRecord ANSWERED = ticket(
            "7",
            "10:05",
            "'subject': '退货', 'status': 'open', 'comments': [{'id': 'K1', 'text': '请寄回', 'public': true, 'createdAt': '2026-11-21T10:05:00Z'}]");
    static final FetchedRecord CLOSED = ticket(
            "7",
            "10:09",
            "'subject': '退货', 'status': 'closed', 'comments': [{'id': 'K1', 'text': '请寄回', 'public': true, 'createdAt': '2026-11-21T10:05:00Z'}]");

    final ChangeContext bus;

    FollowedTickets(TestDatabase database) {
        bus = new ChangeContext(database.migrated());
    }

    @AfterEach
    void close() {
        bus.close();
    }
}
