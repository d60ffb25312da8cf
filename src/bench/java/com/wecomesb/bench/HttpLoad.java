package com.wecomesb.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Sends prepared requests over a fixed number of keep-alive connections as fast as they are answered. */
final class HttpLoad {

    private final int port;
    private final int connections;
    private final LongFunction<byte[]> requests;

    /** @param requests the whole bytes of the n-th request; called by many threads */
    HttpLoad(int port, int connections, LongFunction<byte[]> requests) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
    }

    record Result(double perSecond, Histogram latencyMicros, long failures) {

        double millis(double percentile) {
            return latencyMicros.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    Result run(Duration warmUp, Duration measured) throws InterruptedException {
        AtomicLong number = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        Histogram latency = new ConcurrentHistogram(Duration.ofSeconds(30).toNanos() / 1000, 3);
        long start = System.nanoTime() + warmUp.toNanos();
        long end = start + measured.toNanos();
        AtomicLong answered = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> connection(number, failures, answered, latency, start, end));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Result(answered.get() / (measured.toNanos() / 1e9), latency, failures.get());
    }

    private void connection(
            AtomicLong number, AtomicLong failures, AtomicLong answered, Histogram latency, long start, long end) {
        while (System.nanoTime() < end) {
            try (Connection connection = new Connection(port)) {
                while (System.nanoTime() < end) {
                    byte[] request = requests.apply(number.getAndIncrement());
                    long before = System.nanoTime();
                    boolean ok = connection.send(request);
                    long after = System.nanoTime();
                    if (!ok) {
                        failures.incrementAndGet();
                    } else if (before >= start && after <= end) {
                        answered.incrementAndGet();
                        latency.recordValue(Math.max(1, (after - before) / 1000));
                    }
                }
            } catch (IOException exception) {
                failures.incrementAndGet();
            }
        }
    }
}
