package com.wecomesb.bus.camel;

import java.util.OptionalLong;

/** The records of one partition that are in this instance's hands, from assignment to revocation. Thread-safe. */
final class PartitionWork {

    private final Watermark watermark = new Watermark();
    private int running;
    private boolean closed;

    synchronized void accept(long offset) {
        watermark.started(offset);
    }

    /** Whether work on a record may begin; no longer after the partition was taken away. */
    synchronized boolean begin() {
        if (closed) {
            return false;
        }
        running++;
        return true;
    }

    synchronized void end(long offset) {
        running--;
        watermark.completed(offset);
        notifyAll();
    }

    /** Lets nothing more begin. */
    synchronized void close() {
        closed = true;
    }

    /** Waits for what has begun, until that time of {@link System#nanoTime}. */
    synchronized boolean awaitEnd(long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (running > 0 && left > 0) {
            wait(left / 1_000_000 + 1);
            left = deadline - System.nanoTime();
        }
        return running == 0;
    }

    /** How many records are not completed. */
    synchronized int open() {
        return watermark.open();
    }

    synchronized OptionalLong committable() {
        return watermark.committable();
    }
}
