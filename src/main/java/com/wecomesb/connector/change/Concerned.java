package com.wecomesb.connector.change;

import com.wecomesb.connector.link.FetchedRecord;
import java.util.Optional;

/** Whom a record of another system is about. */
public interface Concerned {

    /**
     * Somebody in a conversation.
     *
     * @param conversation its id, which is the key of its events
     * @param corp where the conversation takes place, as the events of the conversation name it
     * @param peer the contact's address there
     */
    record Party(
            String conversation,
            String corp,
            String app,
            String channel,
            String account,
            String peer,
            String peerKind) {

        /** Without the address. */
        @Override
        public String toString() {
            return "Party[" + conversation + "]";
        }
    }

    /** The contact behind a record, and the conversation in which it is spoken to; nothing when nobody is known. */
    Optional<Party> by(FetchedRecord record);

    /** A ticket has another status now; {@code open} is false when nothing more is to be said in it. */
    void ticketIs(FetchedRecord record, String status, boolean open);
}
