package com.wecomesb.decision;

import java.util.function.LongSupplier;

/** The places that the actions of one batch get in their lanes, rising; a thousand are reserved at a time. */
final class LanePositions {

    private static final long BLOCK = 1000;

    private final LongSupplier blocks;
    private long next;
    private long endOfBlock;

    /** Takes each block from its first position on. */
    LanePositions(LongSupplier blocks) {
        this.blocks = blocks;
    }

    long next() {
        if (next == endOfBlock) {
            next = blocks.getAsLong();
            endOfBlock = next + BLOCK;
        }
        return next++;
    }
}
