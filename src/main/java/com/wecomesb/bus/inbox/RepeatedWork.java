package com.wecomesb.bus.inbox;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done again and again, whether it fails or not. The log tells when it begins and ceases to fail. */
final class RepeatedWork implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RepeatedWork.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(250);

    private final String name;
    private final Work work;
    private final Duration pause;
    private final ScheduledExecutorService threads;
    private boolean failing;

    /** One turn of it. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    RepeatedWork(String name, Work work, Duration pause, ScheduledExecutorService threads) {
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.threads = threads;
    }

    void start() {
        ScheduledFuture<?> unused = threads.schedule(this, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            work.run();
            succeeded();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException exception) {
            failed(exception);
        }
        if (!threads.isShutdown()) {
            ScheduledFuture<?> unused =
                    threads.schedule(this, (failing ? REST_AFTER_FAILURE : pause).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            log.atInfo().addKeyValue("work", name).log("works again");
        }
    }

    private void failed(RuntimeException exception) {
        if (!failing && !threads.isShutdown()) {
            failing = true;
            // Without its message: a database quotes values.
            log.atWarn()
                    .addKeyValue("work", name)
                    .addKeyValue("cause", exception.getClass().getName())
                    .log("cannot be done now, will be tried until it can");
        }
    }
}
