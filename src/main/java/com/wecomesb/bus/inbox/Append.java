package com.wecomesb.bus.inbox;

import com.wecomesb.bus.NotAppended;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record on its way to a place where it cannot be lost. */
final class Append {

    private final ProducerRecord<String, byte[]> content;
    private final CompletableFuture<Void> future = new CompletableFuture<>();
    private final long startedAt = System.nanoTime();
    private long sentAt = startedAt;

    Append(ProducerRecord<String, byte[]> content) {
        this.content = content;
    }

    ProducerRecord<String, byte[]> content() {
        return content;
    }

    CompletableFuture<Void> future() {
        return future;
    }

    void sending() {
        sentAt = System.nanoTime();
    }

    boolean isDone() {
        return future.isDone();
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - startedAt > age.toNanos();
    }

    boolean wasSentBefore(Duration age) {
        return System.nanoTime() - sentAt > age.toNanos();
    }

    void succeed() {
        future.complete(null);
    }

    void fail(NotAppended reason) {
        future.completeExceptionally(reason);
    }
}
