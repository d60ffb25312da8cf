package com.wecomesb.wecom.callback;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer that one callback waits for. It is given once: success when the callback is stored; else, or when that
 * takes too long, the connection is closed without a byte, which is what WeCom repeats by both of its documents.
 */
final class PendingAnswer {

    private final AsyncContext context;
    private final LongConsumer onAcknowledged;
    private final Consumer<String> onWithheld;
    private final long startedAt = System.nanoTime();
    private final AtomicBoolean given = new AtomicBoolean();
    private final Future<?> deadline;

    /**
     * Starts to wait.
     *
     * @param onAcknowledged is told after how many nanoseconds success was answered
     * @param onWithheld is told the cause when no answer is given
     */
    PendingAnswer(
            HttpServletRequest request,
            AnswerDeadlines deadlines,
            LongConsumer onAcknowledged,
            Consumer<String> onWithheld) {
        this.onAcknowledged = onAcknowledged;
        this.onWithheld = onWithheld;
        this.context = request.startAsync();
        context.setTimeout(0);
        this.deadline = deadlines.atTheEnd(() -> withhold("not stored in time"));
    }

    /** Answers: null says that the callback is stored, anything else why it is not. */
    void settle(@Nullable Throwable failure) {
        deadline.cancel(false);
        if (failure == null) {
            acknowledge();
        } else {
            withhold(failure.getClass().getSimpleName());
        }
    }

    private void acknowledge() {
        if (given.compareAndSet(false, true)) {
            HttpServletResponse response = (HttpServletResponse) context.getResponse();
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentLength(0);
            context.complete();
            onAcknowledged.accept(System.nanoTime() - startedAt);
        }
    }

    private void withhold(String cause) {
        if (given.compareAndSet(false, true)) {
            onWithheld.accept(cause);
            WithheldAnswerValve.withhold(context.getRequest());
            // Back into a thread of the container, the only place from which the connection can be closed safely.
            context.dispatch();
        }
    }
}
