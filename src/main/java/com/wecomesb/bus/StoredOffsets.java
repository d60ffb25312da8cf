package com.wecomesb.bus;

import java.util.OptionalLong;

/**
 * How far events were decided by the database's own account. After the database was restored from a backup this is
 * further back than what Kafka remembers, and reading goes on from there.
 */
@FunctionalInterface
public interface StoredOffsets {

    /** The offset after the last decided one; empty if nothing of the partition was decided yet. */
    OptionalLong nextOffset(String topic, int partition);
}
