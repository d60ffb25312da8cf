package com.wecomesb.sandbox.callback;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the tasks of one lane one after the other, whether they succeed or fail; no thread waits meanwhile. */
final class Lanes {

    private final ConcurrentHashMap<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();

    /** Starts a task when all earlier ones of its lane are over; the future is that of the task. */
    CompletableFuture<?> run(String lane, Supplier<CompletableFuture<?>> task) {
        CompletableFuture<?> own = tails.compute(lane, (key, tail) -> after(tail, task));
        Future<?> unused = own.whenComplete((done, failure) -> tails.remove(lane, own));
        return own;
    }

    private static CompletableFuture<?> after(
            @Nullable CompletableFuture<?> tail, Supplier<CompletableFuture<?>> task) {
        return tail == null ? task.get() : tail.handle((done, failure) -> null).thenCompose(over -> task.get());
    }
}
