package com.wecomesb.sync;

import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.connector.link.FetchedRecord;
import org.springframework.stereotype.Component;

/**
 * The ids of contacts that are made of other systems' records. Records beside each other there, by their numbers, become
 * contacts beside each other here: what is read together is then written to the same pages of tables and indexes.
 */
@Component
class NewIds {

    /** The last digits of a record's number: a thousand records are neighbours. */
    private static final int NUMBERED_TOGETHER = 3;

    /** So many characters of an id neighbours share; what is left are 96 bits of its own. */
    private static final int SHARED = 6;

    private final Pseudonyms pseudonyms;

    NewIds(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The same record makes the same contact, however often it is tried. */
    String of(FetchedRecord record) {
        String id = record.id();
        String neighbours = id.substring(0, Math.max(0, id.length() - NUMBERED_TOGETHER));
        return pseudonyms
                        .of("neighbours", "system", record.system(), neighbours)
                        .substring(0, SHARED)
                + pseudonyms.of("contact", "system", record.system(), id).substring(SHARED);
    }
}
