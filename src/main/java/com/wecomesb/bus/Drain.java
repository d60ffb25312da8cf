package com.wecomesb.bus;

/** Empties this instance's hands without stopping it, before an upgrade or a change of partitions. */
public interface Drain {

    /**
     * Takes nothing new, lets what is in work come to its end (for {@code esb.bus.drain-timeout} at most), commits and
     * leaves the consumer groups, so that other instances go on. Callbacks are still accepted. Returns when done.
     */
    void drain();

    /** Takes part again after a {@link #drain}. */
    void resume();

    boolean isDrained();
}
