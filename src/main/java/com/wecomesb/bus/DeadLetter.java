package com.wecomesb.bus;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event or action that could not be handled; it waits for a person, and is never lost.
 *
 * @param id rises with the time
 * @param reference what it is about: the event's {@link Event#uid uid}, the action's id, or, for a record that cannot
 *     be read, where it lies
 * @param type the event's type, or the action's kind and verb
 * @param reason why, in words for the person who decides
 * @param cause the technical reason, a class or an error code
 * @param origin topic, partition and offset: {@code esb.events/3@42}
 * @param payload the event as JSON, or the record's bytes as they were; an action's is in its row
 * @param attempts how often it was tried
 * @param snapshot the configuration in force at that time
 * @param closedAt when somebody replayed or discarded it
 */
public record DeadLetter(
        long id,
        Kind kind,
        String reference,
        String type,
        String reason,
        @Nullable String cause,
        @Nullable String origin,
        byte @Nullable [] payload,
        int attempts,
        @Nullable String snapshot,
        State state,
        Instant createdAt,
        @Nullable Instant closedAt) {

    /** What could not be handled. */
    public enum Kind {
        EVENT,
        ACTION;

        /** The word used in tables and files: {@code event}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What a person has made of it. */
    public enum State {
        OPEN,
        REPLAYED,
        DISCARDED
    }

    /** The event, to be appended again; empty for an action and for a record that cannot be read. */
    public Optional<Event> event() {
        return kind == Kind.EVENT && payload != null ? EventDocument.read(payload) : Optional.empty();
    }

    /** Without the payload, which is a customer's. */
    @Override
    public String toString() {
        return "DeadLetter[" + id + " " + kind.word() + " " + reference + " " + state + "]";
    }
}
