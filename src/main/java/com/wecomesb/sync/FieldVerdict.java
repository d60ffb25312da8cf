package com.wecomesb.sync;

import com.wecomesb.connector.link.FieldState;
import com.wecomesb.connector.link.Fields.Hashed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the arrival of a field's value means. */
enum FieldVerdict {
    /** Both sides say the same. */
    AGREED,
    /** Theirs is new and becomes ours. */
    TAKE,
    /** Theirs stays theirs; whether ours has to go out is seen when it is written. */
    KEEP,
    /** Both are new, and not the same. */
    CONFLICT;

    /**
     * @param ours our value now; null: none
     * @param theirs what arrived; null: none
     * @param first whether both sides have never been compared
     */
    static FieldVerdict of(
            FieldState last, @Nullable Hashed ours, @Nullable Hashed theirs, FieldRule rule, boolean first) {
        if (Objects.equals(ours, theirs)) {
            return AGREED;
        }
        boolean theirsIsNew = first ? theirs != null : last.isNews(theirs);
        boolean oursIsNew = first ? ours != null : last.isChanged(ours);
        if (!theirsIsNew || !rule.direction().comesIn()) {
            return KEEP;
        }
        return oursIsNew && rule.direction().goesOut() ? CONFLICT : TAKE;
    }
}
