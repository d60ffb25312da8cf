package com.wecomesb.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.wecomesb.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A system with tickets, contacts and orders behind OAuth 2.0, which can be told to misbehave. */
final class StubSystem implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, ObjectNode> tickets = new ConcurrentHashMap<>();
    final Map<String, ObjectNode> contacts = new ConcurrentHashMap<>();
    final Map<String, ObjectNode> orders = new ConcurrentHashMap<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger tokensGiven = new AtomicInteger();

    private final LoopbackServer server = new LoopbackServer(this::handle);
    private volatile String goodToken = "";
    private volatile Function<Request, @Nullable Reply> misbehaviour = request -> null;

    String url() {
        return server.url() + "/api";
    }

    /** What to answer instead; null for the ordinary answer. */
    void misbehave(Function<Request, @Nullable Reply> instead) {
        misbehaviour = instead;
    }

    void answerAlways(Reply reply) {
        misbehave(request -> reply);
    }

    void behave() {
        misbehaviour = request -> null;
    }

    void forgetToken() {
        goodToken = "forgotten";
    }

    List<String> calls() {
        return requests.stream()
                .filter(request -> !request.path().endsWith("/oauth2/token"))
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString().replaceFirst("^/api", ""),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        Reply wrong = misbehaviour.apply(request);
        Reply reply = wrong == null ? answer(request) : wrong;
        if (reply.silent()) {
            server.awaitClosing();
            exchange.close();
            return;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().add("Set-Cookie", "session=secret-cookie");
        if (reply.cut()) {
            exchange.sendResponseHeaders(reply.status(), body.length + 100L);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    Reply answer(Request request) {
        if (request.path().equals("/oauth2/token")) {
            goodToken = "token-" + tokensGiven.incrementAndGet();
            return Reply.ok("{\"access_token\":\"" + goodToken + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        }
        if (!request.header("Authorization").equals("Bearer " + goodToken)) {
            return new Reply(401, Map.of(), "{\"error\":\"unauthorized\"}");
        }
        String[] parts = request.path().split("[/?]");
        return switch (parts[1]) {
            case "tickets" -> tickets(request, parts);
            case "contacts" -> contacts(request, parts);
            default -> orders.containsKey(parts[2]) ? Reply.ok(orders.get(parts[2])) : notFound();
        };
    }

    private Reply tickets(Request request, String[] parts) {
        if (request.method().equals("POST") && request.path().endsWith("/comments")) {
            ((ArrayNode) tickets.get(parts[2]).withArray("comments")).add(request.document());
            return new Reply(201, Map.of(), "{\"ok\":true}");
        }
        if (request.method().equals("POST")) {
            String id = String.valueOf(tickets.size() + 1);
            ObjectNode ticket = request.document();
            tickets.put(id, ticket.put("id", id).put("number", "T-" + id).put("status", "new"));
            return new Reply(201, Map.of(), "{\"id\":\"" + id + "\"}");
        }
        if (request.path().startsWith("/tickets/")) {
            return tickets.containsKey(parts[2]) ? Reply.ok(tickets.get(parts[2])) : notFound();
        }
        ObjectNode page = JSON.createObjectNode();
        // Like many a real system it ignores the filter.
        tickets.values().forEach(page.putArray("items")::add);
        return Reply.ok(page);
    }

    private Reply contacts(Request request, String[] parts) {
        if (request.method().equals("PUT")) {
            ObjectNode contact = request.document();
            contacts.put(parts[2], contact.put("id", "c-" + parts[2]));
            return new Reply(204, Map.of(), "");
        }
        if (request.method().equals("PATCH")) {
            contacts.get(parts[2]).setAll(request.document());
            return new Reply(204, Map.of(), "");
        }
        if (request.path().startsWith("/contacts?")) {
            ObjectNode page = JSON.createObjectNode();
            contacts.values().forEach(page.putArray("items")::add);
            return Reply.ok(page);
        }
        return contacts.containsKey(parts[2]) ? Reply.ok(contacts.get(parts[2])) : notFound();
    }

    private static Reply notFound() {
        return new Reply(404, Map.of(), "{\"error\":\"not_found\"}");
    }

    @Override
    public void close() {
        server.close();
    }

    record Request(String method, String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        boolean isPost(String to) {
            return method.equals("POST") && path.equals(to);
        }

        private ObjectNode document() {
            try {
                return (ObjectNode) JSON.readTree(body);
            } catch (JsonProcessingException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }

    record Reply(int status, Map<String, String> headers, String body, boolean silent, boolean cut) {

        static final Reply SILENCE = new Reply(0, Map.of(), "", true, false);

        /** The connection ends in the middle of the answer. */
        static final Reply CUT = new Reply(200, Map.of(), "{\"id\": ", false, true);

        Reply(int status, Map<String, String> headers, String body) {
            this(status, headers, body, false, false);
        }

        static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }

        static Reply ok(String body) {
            return new Reply(200, Map.of("Content-Type", "application/json;charset=UTF-8"), body);
        }

        static Reply ok(JsonNode body) {
            return ok(body.toString());
        }
    }
}
