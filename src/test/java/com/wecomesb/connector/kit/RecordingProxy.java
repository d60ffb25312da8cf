package com.wecomesb.connector.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wecomesb.connector.kit.Capture.Said;
import com.wecomesb.connector.kit.Capture.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a connector and a real system and writes down what they say, for the kit's captures. */
public final class RecordingProxy implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", "keep-alive");

    private final String target;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<Capture> recorded = new ArrayList<>();

    /** Speaks to the system at this address, {@code http://127.0.0.1:8201}. */
    public RecordingProxy(String target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Takes what was said since the last time; logins are left out, they hold passwords. */
    synchronized List<Capture> take() {
        List<Capture> taken = recorded.stream()
                .filter(capture -> !capture.sent().body().contains("password"))
                .toList();
        recorded.clear();
        return taken;
    }

    /** What was said since the last time, a line for each: {@code POST /ticket → 201}. */
    public List<String> told() {
        return lines(take());
    }

    static List<String> lines(List<Capture> said) {
        return said.stream()
                .map(capture -> capture.sent().method() + " "
                        + shortened(decoded(capture.sent().target()), 160)
                        + method(capture.sent().body()) + " → " + capture.said().status())
                .toList();
    }

    private static String decoded(String target) {
        return URLDecoder.decode(target, StandardCharsets.UTF_8);
    }

    /** Where one address serves for everything, the name of what is asked for. */
    private static String method(String body) {
        return Json.parse(body)
                .map(json -> json.path("method").asText(json.path("query").asText("")))
                .filter(name -> !name.isEmpty())
                .map(name -> " " + shortened(name.split("[({]", 2)[0].strip() + " " + field(name), 90))
                .orElse("");
    }

    private static String field(String query) {
        int brace = query.indexOf('{');
        return brace < 0 ? "" : query.substring(brace + 1).strip().split("[({ ]", 2)[0];
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text.strip() : text.substring(0, length) + "…";
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(target + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            headers.put(name, values.get(0));
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.header(name, values.get(0));
            }
        });
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            note(exchange, headers, body, response);
            response.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private synchronized void note(
            HttpExchange exchange, Map<String, String> headers, byte[] body, HttpResponse<byte[]> response) {
        Map<String, String> answered = new TreeMap<>();
        response.headers().map().forEach((name, values) -> answered.put(name, values.get(0)));
        recorded.add(new Capture(
                "step " + (recorded.size() + 1),
                new Sent(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        new String(body, StandardCharsets.UTF_8)),
                new Said(response.statusCode(), answered, new String(response.body(), StandardCharsets.UTF_8))));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
