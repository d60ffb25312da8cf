package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.link.FetchedRecord;

/** What the bus itself did in other systems, so that it does not come back as news. */
public interface OwnWork {

    /** Whether the bus made this record. */
    boolean made(FetchedRecord record);

    /**
     * Whether the bus wrote this comment.
     *
     * @param comment a canonical comment of the record
     */
    boolean wrote(FetchedRecord record, JsonNode comment);
}
