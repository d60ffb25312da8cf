package com.wecomesb.configuration;

/** Is told when another snapshot has come into force. */
@FunctionalInterface
public interface SnapshotListener {

    void swapped(Snapshot before, Snapshot after);
}
