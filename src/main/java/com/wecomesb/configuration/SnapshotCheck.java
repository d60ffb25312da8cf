package com.wecomesb.configuration;

import com.wecomesb.document.Mistakes;
import java.util.Set;

/** A check across formats, such as: each reply that a rule names exists. */
public interface SnapshotCheck {

    void check(Snapshot candidate, Mistakes mistakes);

    /**
     * The formats that must be without mistakes for this check to tell the truth: a reply that stands in a broken file
     * is not a missing reply.
     */
    default Set<String> reliesOn() {
        return Set.of();
    }
}
