package com.wecomesb.bus.camel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks of one lane one after the other and those of different lanes side by side, so many at a time at most.
 * Lanes take turns, one task each. Tasks must not throw. Thread-safe; never blocks.
 */
final class Lanes {

    private final Executor threads;
    private final int concurrency;
    private final Map<String, Deque<Runnable>> waiting = new HashMap<>();
    private final Deque<String> ready = new ArrayDeque<>();
    private int workers;

    Lanes(Executor threads, int concurrency) {
        this.threads = threads;
        this.concurrency = concurrency;
    }

    private record Task(String lane, Runnable work) {}

    void submit(String lane, Runnable work) {
        synchronized (this) {
            Deque<Runnable> queue = waiting.get(lane);
            if (queue != null) {
                queue.add(work);
                return;
            }
            waiting.put(lane, new ArrayDeque<>(List.of(work)));
            ready.add(lane);
            if (workers == concurrency) {
                return;
            }
            workers++;
        }
        threads.execute(this::runAll);
    }

    private void runAll() {
        Task task = next(null);
        while (task != null) {
            task.work().run();
            task = next(task.lane());
        }
    }

    /** The lane just worked on goes to the end; a worker without a next task ends. */
    private synchronized @Nullable Task next(@Nullable String done) {
        if (done != null) {
            Deque<Runnable> queue = waiting.get(done);
            if (queue == null || queue.isEmpty()) {
                waiting.remove(done);
            } else {
                ready.add(done);
            }
        }
        String lane = ready.poll();
        Deque<Runnable> queue = lane == null ? null : waiting.get(lane);
        if (lane == null || queue == null) {
            workers--;
            return null;
        }
        return new Task(lane, queue.remove());
    }
}
