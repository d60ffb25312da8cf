package com.wecomesb.connector.change;

import com.wecomesb.connector.link.FetchedRecord;
import java.util.List;
import java.util.Optional;

/** Where records of other systems are read, in canonical shape. */
interface RecordSource {

    /**
     * A page of changes.
     *
     * @param refused those that cannot be brought into canonical shape
     * @param cursor where the next one begins, as JSON
     * @param more whether there is a next one now
     */
    record Page(List<FetchedRecord> records, List<RefusedRecord> refused, String cursor, boolean more) {}

    boolean canFind(RecordReference record);

    boolean canList(String system, String kind);

    /**
     * The record as it is now; nothing when it is not there.
     *
     * @throws com.wecomesb.connector.ConnectorFailed if the system does not say
     */
    Optional<FetchedRecord> find(RecordReference record);

    /**
     * What changed behind a cursor, {@code null} for the beginning.
     *
     * @throws com.wecomesb.connector.ConnectorFailed if the system does not say
     */
    Page changes(String system, String kind, String cursor, int limit);
}
