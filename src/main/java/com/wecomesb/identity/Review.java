package com.wecomesb.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.identity.Matcher.Candidate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for a person: who is this?
 *
 * @param system where the record is that may be one of the candidates; null when two contacts may be one
 * @param kind of the record
 * @param remoteId of the record
 * @param contact the contact that may be the candidate; null when it is about a record
 * @param record the canonical record as it last was
 */
public record Review(
        long id,
        @Nullable String system,
        @Nullable String kind,
        @Nullable String remoteId,
        @Nullable String contact,
        List<Candidate> candidates,
        @Nullable JsonNode record,
        State state,
        Instant createdAt) {

    /** What became of it. */
    public enum State {
        /** Waits for a person. */
        OPEN,
        /** The rules are certain; the contacts are merged soon. */
        CERTAIN,
        /** They are the same. */
        SAME,
        /** The record is somebody new. */
        NEW,
        /** They are not the same, and nobody asks again. */
        DIFFERENT
    }

    /** Without the record. */
    @Override
    public String toString() {
        return "Review[" + id + " " + state + "]";
    }
}
