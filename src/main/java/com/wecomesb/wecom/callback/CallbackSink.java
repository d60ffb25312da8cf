package com.wecomesb.wecom.callback;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes callbacks over. WeCom hears of success only through {@code done}. */
@FunctionalInterface
public interface CallbackSink {

    /**
     * Takes one callback over, without blocking.
     *
     * @param done called once, from any thread: with null when the callback is stored durably, else with the failure
     */
    void accept(Callback callback, Consumer<@Nullable Throwable> done);
}
