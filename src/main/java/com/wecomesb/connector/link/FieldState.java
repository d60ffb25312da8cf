package com.wecomesb.connector.link;

import com.wecomesb.connector.link.Fields.Hashed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What both sides said of one field when they last agreed, as hashes; null where a side had nothing or nobody knows.
 *
 * @param ours of our value
 * @param theirs of their value, as it was read
 * @param expected what their value is taken for when it was written and not read back: a looser hash
 * @param before what ours was before theirs replaced it: who still brings that is late
 */
public record FieldState(
        @Nullable String ours,
        @Nullable String theirs,
        @Nullable String expected,
        @Nullable String before) {

    static final FieldState NOTHING = new FieldState(null, null, null, null);

    /** Whether what arrived (null: nothing) is neither what was there nor what we wrote. */
    boolean isNews(@Nullable Hashed arrived) {
        String hash = arrived == null ? null : arrived.hash();
        if (expected != null) {
            return arrived == null || !arrived.loose().equals(expected);
        }
        return !Objects.equals(hash, theirs);
    }

    FieldState arrived(@Nullable Hashed arrived) {
        return new FieldState(ours, arrived == null ? null : arrived.hash(), null, before);
    }
}
