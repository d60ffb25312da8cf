package com.wecomesb.bus;

import java.util.concurrent.CompletableFuture;

/** The topic of hints. */
@FunctionalInterface
public interface Hints {

    /** Appends the hint as durably as {@link EventLog#append} does an event, and fails in the same way. */
    CompletableFuture<Void> append(Hint hint);
}
