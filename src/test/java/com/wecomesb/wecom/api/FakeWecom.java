package com.wecomesb.wecom.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A WeCom over real HTTP on a free port, whose answers the test writes; tokens are {@code token-1}, {@code token-2}, … */
public final class FakeWecom implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<Request, String>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger tokens = new AtomicInteger();

    /** One request as it arrived, the path without {@code /cgi-bin/}. */
    public record Request(String method, String path, String query, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }
    }

    /** Thrown by an answer, the connection is closed without one. */
    public static final class ConnectionLost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public FakeWecom() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        answer("gettoken", request -> """
                {"errcode":0,"errmsg":"ok","access_token":"token-%d","expires_in":7200}""".formatted(tokens.incrementAndGet()));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void answer(String path, String json) {
        answer(path, request -> json);
    }

    public void answer(String path, Function<Request, String> answer) {
        answers.put(path, answer);
    }

    /** Answers one after the other; the last one from then on. */
    public void answerInTurn(String path, String... jsons) {
        AtomicInteger turn = new AtomicInteger();
        answer(path, request -> jsons[Math.min(turn.getAndIncrement(), jsons.length - 1)]);
    }

    /** Answers one byte after the other, ten a second. */
    public void trickle(String path) {
        answer(path, request -> "TRICKLE");
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().replaceFirst("^.*/cgi-bin/", ""),
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        try {
            String answer = answers.getOrDefault(request.path(), unexpected -> "{\"errcode\":0,\"errmsg\":\"ok\"}")
                    .apply(request);
            if (answer.equals("TRICKLE")) {
                trickle(exchange);
                return;
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            boolean status = answer.startsWith("HTTP ");
            exchange.sendResponseHeaders(status ? Integer.parseInt(answer.substring(5)) : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        } catch (ConnectionLost lost) {
            // Closed below without an answer.
        } finally {
            exchange.close();
        }
    }

    private void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        try {
            while (!closed.await(100, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
