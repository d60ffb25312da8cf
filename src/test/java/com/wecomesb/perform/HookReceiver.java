package com.wecomesb.perform;

import com.sun.net.httpserver.HttpExchange;
import com.wecomesb.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A system that webhooks go to, which can be told how to answer. */
final class HookReceiver implements AutoCloseable {

    private static final int SILENT = 0;

    private final LoopbackServer server = new LoopbackServer(this::handle);
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private volatile int next = -1;
    private volatile @Nullable String location;

    record Received(String target, Map<String, List<String>> headers, String body) {

        @Nullable
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    String url() {
        return server.url();
    }

    void answer(int newStatus) {
        status = newStatus;
    }

    /** The next request only. */
    void answerOnce(int newStatus) {
        next = newStatus;
    }

    void redirect(String to) {
        status = 307;
        location = to;
    }

    /** Takes what comes and does not answer until it is closed. */
    void takeAndBeSilent() {
        next = SILENT;
    }

    List<Received> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Received(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int answer = next >= 0 ? next : status;
        next = -1;
        if (answer == SILENT) {
            server.awaitClosing();
        } else {
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(answer, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.close();
    }
}
