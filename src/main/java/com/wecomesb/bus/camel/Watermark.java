package com.wecomesb.bus.camel;

import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Which offset of a partition may be committed while its records are finished in any order. Not thread-safe. */
final class Watermark {

    private final NavigableSet<Long> open = new TreeSet<>();
    private OptionalLong next = OptionalLong.empty();

    /** Offsets start in rising order, with gaps. */
    void started(long offset) {
        open.add(offset);
        next = OptionalLong.of(offset + 1);
    }

    void completed(long offset) {
        open.remove(offset);
    }

    /** The offset below which every record is completed; empty while none was started. */
    OptionalLong committable() {
        return open.isEmpty() ? next : OptionalLong.of(open.first());
    }

    int open() {
        return open.size();
    }
}
