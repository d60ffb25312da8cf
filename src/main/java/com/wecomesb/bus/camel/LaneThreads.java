package com.wecomesb.bus.camel;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** The threads on which lanes run. */
final class LaneThreads {

    /** Before it (JEP 491) a virtual thread held its carrier inside {@code synchronized}, as in the H2 driver. */
    private static final int FIRST_JAVA_THAT_DOES_NOT_PIN = 24;

    private LaneThreads() {}

    /** Virtual ones where the JVM has good ones; otherwise a pool that idle threads leave. */
    static Executor named(String name, int most) {
        if (Runtime.version().feature() >= FIRST_JAVA_THAT_DOES_NOT_PIN) {
            return new VirtualThreadTaskExecutor(name + "-");
        }
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
