package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A field that both sides changed since they last agreed.
 *
 * @param id 0 while it is not stored
 * @param theirs the record's id in the system
 * @param ours the contact
 * @param ourChange when ours was changed; null when that is not known
 * @param theirChange when theirs was changed, by the system's clock
 * @param winner who was right; null while nobody has decided
 * @param by who decided: a person, or the policy
 */
public record Conflict(
        long id,
        String system,
        String kind,
        String theirs,
        String ours,
        String field,
        JsonNode ourValue,
        JsonNode theirValue,
        @Nullable Instant ourChange,
        @Nullable Instant theirChange,
        String policy,
        @Nullable Winner winner,
        @Nullable String by,
        Instant createdAt) {

    /** Who was right. */
    public enum Winner {
        SOURCE,
        TARGET,
        /** A person wrote something else. */
        OTHER,
        /** Both sides came to say the same by themselves. */
        AGREED
    }

    public boolean isOpen() {
        return winner == null;
    }

    Conflict decided(Winner right, String decidedBy) {
        return new Conflict(
                id,
                system,
                kind,
                theirs,
                ours,
                field,
                ourValue,
                theirValue,
                ourChange,
                theirChange,
                policy,
                right,
                decidedBy,
                createdAt);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Conflict[" + field + " of " + kind + " " + theirs + " in " + system + "]";
    }
}
