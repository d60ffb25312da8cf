package com.wecomesb.connector.change;

import com.wecomesb.connector.ConnectorFailed;
import java.util.concurrent.CompletionException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells what lies with one record from what would stop any. */
public final class RecordFault {

    private RecordFault() {}

    /** Not of a database, a bus, a system or a transaction that is away: those are waited for. */
    public static boolean isOfRecord(RuntimeException failure) {
        return failure instanceof DataAccessException
                ? failure instanceof DataIntegrityViolationException
                : !(failure instanceof ConnectorFailed)
                        && !(failure instanceof TransactionException)
                        && !(failure instanceof CompletionException);
    }
}
