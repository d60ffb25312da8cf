package com.wecomesb.sandbox.callback;

import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.callback.Deliveries.Outcome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Delivers callbacks as WeCom does: asynchronously, the same request again after a time-out or a network failure, and no
 * more after the last retry (W90930). Any status is an answer.
 */
@Simulated
public class CallbackSender implements DisposableBean {

    private final SandboxSettings.Callbacks settings;
    private final SealedRequests requests;
    private final Deliveries deliveries;
    private final HttpClient http;
    private final ThreadPoolExecutor pool;
    private final Executor afterPause;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Lanes lanes = new Lanes();

    CallbackSender(SandboxSettings settings, SealedRequests requests, Deliveries deliveries) {
        this.settings = settings.callbacks();
        this.requests = requests;
        this.deliveries = deliveries;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.settings.timeout())
                .build();
        int threads = this.settings.concurrency();
        CustomizableThreadFactory names = new CustomizableThreadFactory("sandbox-callback-");
        names.setDaemon(true);
        this.pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), names);
        this.pool.allowCoreThreadTimeOut(true);
        this.afterPause =
                CompletableFuture.delayedExecutor(this.settings.retryDelay().toMillis(), TimeUnit.MILLISECONDS, pool);
    }

    /** Takes a callback for delivery; returns at once. */
    public void send(Callback callback) {
        if (waiting.incrementAndGet() > settings.waiting()) {
            waiting.decrementAndGet();
            note(callback, Outcome.DROPPED, Answer.NONE, 0, System.nanoTime());
            return;
        }
        CompletableFuture<?> delivery =
                callback.lane() == null ? start(callback) : lanes.run(callback.lane(), () -> start(callback));
        Future<?> unused = delivery.whenComplete((done, failure) -> waiting.decrementAndGet());
    }

    /** How many are on their way or wait for their turn. */
    public int waiting() {
        return waiting.get();
    }

    /** Never posts in the caller's thread, which holds its lane. */
    private CompletableFuture<?> start(Callback callback) {
        return CompletableFuture.supplyAsync(() -> sealed(callback), pool)
                .thenComposeAsync(request -> times(callback, request, callback.times()), pool);
    }

    private HttpRequest sealed(Callback callback) {
        return requests.callback(callback.app(), callback.plaintext(), callback.isOfApp(), settings.timeout());
    }

    private CompletableFuture<?> times(Callback callback, HttpRequest request, int times) {
        CompletableFuture<?> sent = attempt(callback, request, 1, System.nanoTime());
        return times <= 1 ? sent : sent.thenCompose(done -> times(callback, request, times - 1));
    }

    private CompletableFuture<?> attempt(Callback callback, HttpRequest request, int number, long start) {
        Answer answer = post(request);
        if (answer.status() == 0 && number <= settings.retries()) {
            return CompletableFuture.runAsync(() -> {}, afterPause)
                    .thenComposeAsync(pause -> attempt(callback, request, number + 1, start), pool);
        }
        note(callback, outcome(answer), answer, number, start);
        return CompletableFuture.completedFuture(null);
    }

    private static Outcome outcome(Answer answer) {
        if (answer.status() == 0) {
            return Outcome.GAVE_UP;
        }
        return answer.status() == 200 ? Outcome.ANSWERED : Outcome.REFUSED;
    }

    private record Answer(int status, boolean isEmpty) {
        static final Answer NONE = new Answer(0, true);
    }

    private Answer post(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body().length == 0);
        } catch (IOException noAnswer) {
            return Answer.NONE;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private void note(Callback callback, Outcome outcome, Answer answer, int attempts, long start) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        deliveries.add(
                new Deliveries.Delivery(
                        callback.id(), callback.app().name(), outcome, answer.status(), attempts, millis),
                answer.isEmpty());
    }

    @Override
    public void destroy() {
        pool.shutdownNow();
    }
}
