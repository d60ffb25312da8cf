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

    /** No value has this hash. */
    private static final String NEVER = "";

    static final FieldState NOTHING = new FieldState(null, null, null, null);

    /** Whether what arrived (null: nothing) is neither what was there nor what we wrote. */
    public boolean isNews(@Nullable Hashed arrived) {
        if (arrived == null) {
            // What the system was never seen to have, it cannot have lost: not every system keeps every field.
            return theirs != null;
        }
        return expected == null
                ? !arrived.hash().equals(theirs)
                : !arrived.loose().equals(expected);
    }

    /** Whether ours (null: nothing) is not what it was when both sides last agreed. */
    public boolean isChanged(@Nullable Hashed now) {
        return !Objects.equals(now == null ? null : now.hash(), ours);
    }

    /** Whether both sides said the very same. */
    public boolean isShared() {
        return ours != null && ours.equals(theirs);
    }

    /** Both sides say the same now, each in its own way. */
    public FieldState agreed(@Nullable Hashed our, @Nullable Hashed their) {
        String hash = our == null ? null : our.hash();
        String replaced = Objects.equals(hash, ours) ? before : ours;
        return new FieldState(hash, their == null ? null : their.hash(), null, replaced);
    }

    /** Ours was written there, and nobody has read it back. */
    public FieldState written(@Nullable Hashed our) {
        return our == null
                ? new FieldState(null, theirs, null, null)
                : new FieldState(our.hash(), null, our.loose(), null);
    }

    /** What theirs is was noted; ours goes out, whatever it is by then. */
    public FieldState owed(@Nullable Hashed arrived) {
        return new FieldState(NEVER, arrived == null ? null : arrived.hash(), null, before);
    }

    /** What theirs is was noted; ours has not followed. */
    public FieldState noted(@Nullable Hashed arrived) {
        return new FieldState(ours, arrived == null ? null : arrived.hash(), null, before);
    }
}
