package com.wecomesb.bus.inbox;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings diverted appends into the inbox, in order, many in one transaction. */
@Component
class InboxWriter {

    private static final int TOGETHER = 500;

    private final InboxQueue queue;
    private final InboxTable table;
    private final TransactionTemplate transaction;

    InboxWriter(Intake intake, InboxTable table, TransactionTemplate transaction) {
        this.queue = intake.queue();
        this.table = table;
        this.transaction = transaction;
    }

    /** Writes what is there, after waiting for it a moment; what cannot be written is tried again by the next call. */
    void write() throws InterruptedException {
        List<Append> taken = queue.take(TOGETHER);
        if (taken.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(
                    status -> table.add(taken.stream().map(Append::content).toList()));
            queue.written();
        } catch (RuntimeException exception) {
            queue.notWritten();
            throw exception;
        }
    }
}
