package com.wecomesb.bus;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/** Tells a commit that only the consumer's next poll can mend from one that may be tried again. */
public final class LostPartition {

    private LostPartition() {}

    /** Whether the partition is, or may be, another consumer's, as after a pause of the machine. */
    public static boolean isToldBy(RuntimeException failure) {
        return failure instanceof CommitFailedException
                || failure instanceof RebalanceInProgressException
                || failure instanceof FencedInstanceIdException;
    }
}
