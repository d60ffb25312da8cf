package com.wecomesb.configuration;

import com.wecomesb.document.Mistakes;
import java.util.Set;

/** A check across formats, such as: each reply that a rule names exists. */
public interface SnapshotCheck {

    void check(Snapshot candidate, Mistakes mistakes);

    /** Whether it tries examples only: a snapshot that fails it can be used, but is not what its authors mean. */
    default boolean triesExamples() {
        return false;
    }

    /**
     * The formats that must be without mistakes for this check to tell the truth: a reply that stands in a broken file
     * is not a missing reply.
     */
    default Set<String> reliesOn() {
        return Set.of();
    }
}
