package com.wecomesb.wecom.callback;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the servlet and the route {@code from: wecom:callback} meet; while no route is there, nothing succeeds. */
public final class CallbackDoor implements CallbackSink {

    private static final CallbackSink CLOSED = (callback, done) -> done.accept(new NoRouteTakesCallbacks());

    private final AtomicReference<CallbackSink> sink = new AtomicReference<>(CLOSED);

    /** Lets callbacks through to this sink, the only one. */
    public void open(CallbackSink taker) {
        if (!sink.compareAndSet(CLOSED, taker)) {
            throw new IllegalStateException("another route consumes wecom:callback already; there can be one only");
        }
    }

    /** Closes the door behind this sink; does nothing if it was not the open one. */
    public void close(CallbackSink taker) {
        sink.compareAndSet(taker, CLOSED);
    }

    @Override
    public void accept(Callback callback, Consumer<@Nullable Throwable> done) {
        Objects.requireNonNull(sink.get()).accept(callback, done);
    }

    /** Callbacks arrive, but the route that takes them has not started yet or is stopped. */
    static final class NoRouteTakesCallbacks extends RuntimeException {

        NoRouteTakesCallbacks() {
            super("no route takes callbacks", null, false, false);
        }
    }
}
