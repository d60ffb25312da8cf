package com.wecomesb.connector.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Which record of another system is which of ours. Thread-safe; each call is a transaction of its own or part of the caller's. */
public interface Links {

    /**
     * Notes a record that was read from a system and says what is new in it. What is new stays so until {@link #told}
     * says that the bus knows: a crash in between brings the same answer again.
     */
    Arrival arrived(FetchedRecord record);

    /** The bus has been told of everything that {@link #arrived} said of a record up to this version. */
    void told(String system, String kind, String theirs, String version);

    /**
     * Notes what we wrote ourselves, so that it does not come back as news.
     *
     * @param ours our record: a contact's id, the action that made a ticket
     * @param theirs its id in the system
     * @param version as the system gives it; empty when it gives none
     * @param canonical the record as it is there now, in canonical shape; as far as it is known
     */
    void written(String system, String kind, String ours, String theirs, String version, JsonNode canonical);

    /** Notes whose a linked record is: the contact that a ticket was made for, the buyer of an order. */
    void belongs(String system, String kind, String theirs, String contact);

    /** Our record that a record of a system is linked to. */
    Optional<String> ours(String system, String kind, String theirs);
}
