package com.wecomesb.wecom.callback;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Watches that no callback waits too long for its answer. The container's own time-outs are looked at once a second,
 * which is too seldom within WeCom's five seconds.
 */
final class AnswerDeadlines implements AutoCloseable {

    private final Duration answerWithin;
    private final ScheduledThreadPoolExecutor timer;

    AnswerDeadlines(Duration answerWithin) {
        this.answerWithin = answerWithin;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "callback-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true); // else each answered request stays in memory until its deadline
    }

    /** Runs the task when the time to answer is over, unless it is cancelled before. */
    Future<?> atTheEnd(Runnable task) {
        return timer.schedule(task, answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
