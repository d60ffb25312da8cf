package com.wecomesb.connector.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wecomesb.connector.kit.Answer.Manner;
import com.wecomesb.connector.kit.Capture.Said;
import com.wecomesb.connector.kit.Capture.Sent;
import com.wecomesb.connector.kit.Script.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A system over real HTTP that says what its captures say, step by step, and what a test tells it to say instead. */
final class ReplayServer implements AutoCloseable {

    private static final int UNEXPECTED = 599;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Sent> received = new CopyOnWriteArrayList<>();
    private final List<String> unexpected = new CopyOnWriteArrayList<>();
    private volatile Script script = Script.of(List.of(), List.of());
    private volatile KitCredentials credentials = KitCredentials.NONE;
    private volatile CountDownLatch silence = new CountDownLatch(1);
    private int done;

    ReplayServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Forgets everything and begins this script, for a caller without credentials. */
    void play(Script next) {
        play(next, KitCredentials.NONE);
    }

    /** Forgets everything and begins this script; these credentials are not compared. */
    synchronized void play(Script next, KitCredentials added) {
        silence.countDown();
        silence = new CountDownLatch(1);
        script = next;
        credentials = added;
        done = 0;
        received.clear();
        unexpected.clear();
    }

    /** All requests of the script that is played, in order, logins too. */
    List<Sent> received() {
        return List.copyOf(received);
    }

    /** Requests that the script did not foresee, each with what was foreseen. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Whether every step of the script was asked for. */
    synchronized boolean isPlayed() {
        return done == script.steps().size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        Sent sent = new Sent(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(sent);
        CountDownLatch untilNext = silence;
        Answer answer = answer(credentials.shape(sent));
        if (answer.manner() == Manner.SILENT) {
            await(untilNext);
            exchange.close();
        } else {
            say(exchange, answer);
        }
    }

    /** An aside, or the next step, or the step before once more, as after a new login. */
    private synchronized Answer answer(RequestShape shape) {
        for (Capture aside : script.asides()) {
            if (isAskedFor(aside, shape)) {
                return Answer.of(aside.said());
            }
        }
        if (done < script.steps().size()
                && (script.any() || isAskedFor(script.steps().get(done), shape))) {
            Step step = new Step(done + 1, script.steps().get(done));
            done++;
            return script.manners().apply(step);
        }
        if (done > 0 && isAskedFor(script.steps().get(done - 1), shape)) {
            return Answer.of(script.steps().get(done - 1).said());
        }
        unexpected.add("came:     " + shape + "\nforeseen: " + foreseen());
        return Answer.of(Said.json(UNEXPECTED, "{\"message\": \"not in the script\"}"));
    }

    private String foreseen() {
        if (done == script.steps().size()) {
            return "no request after step " + done;
        }
        Capture next = script.steps().get(done);
        return credentials.shape(next.sent()) + " (step " + (done + 1) + ": " + next.title() + ")";
    }

    private boolean isAskedFor(Capture capture, RequestShape shape) {
        return credentials.shape(capture.sent()).equals(shape);
    }

    private static void say(HttpExchange exchange, Answer answer) throws IOException {
        Said said = answer.said();
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        said.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding")) {
                exchange.getResponseHeaders().add(name, value);
            }
        });
        boolean bodiless = said.status() == 204 || said.status() == 304 || body.length == 0;
        exchange.sendResponseHeaders(said.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body, 0, answer.manner() == Manner.CUT ? body.length / 2 : body.length);
        }
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
