package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A CRM with any number of contacts, which it makes up when they are asked for. Every answer takes its time; who asks for more
 * than the limit in a second gets 429. Its lists are paged by a key that does not move, and can be split.
 */
final class SimulatedCrm implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEEDED = "2026-11-01T00:00:00Z";

    private final HttpServer server;
    private final ScheduledExecutorService answers = Executors.newScheduledThreadPool(2);
    private final Map<String, ObjectNode> written = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> perSecond = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final int contacts;
    private final Duration delay;
    private final int limit;

    SimulatedCrm(int contacts, Duration delay, int limit) throws IOException {
        this.contacts = contacts;
        this.delay = delay;
        this.limit = limit;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            answers.schedule(() -> answer(exchange, body), delay.toMillis(), TimeUnit.MILLISECONDS);
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int calls() {
        return calls.get();
    }

    /** How many calls were too many. */
    int refused() {
        return refused.get();
    }

    int written() {
        return written.size();
    }

    /** A person there changes a contact. */
    void change(int number, String field, String value, String at) {
        written.put(id(number), contact(number).put(field, value).put("updatedAt", at));
    }

    /** The contact is there in another shape. */
    void reshape(int number, ObjectNode contact) {
        written.put(id(number), contact);
    }

    static String id(int number) {
        return "R" + number;
    }

    private ObjectNode contact(int number) {
        ObjectNode changed = written.get(id(number));
        if (changed != null) {
            return changed.deepCopy();
        }
        ObjectNode contact = JSON.createObjectNode()
                .put("id", id(number))
                .put("name", "客户" + number)
                .put("phone", "+86139" + Integer.toString(100_000_000 + number).substring(1))
                .put("email", "c" + number + "@example.test")
                .put("company", "公司" + number % 997)
                .put("stage", number % 3 == 0 ? "vip" : "member")
                .put("updatedAt", SEEDED);
        contact.putArray("tags").add("等级/" + number % 5);
        return contact;
    }

    private void answer(HttpExchange exchange, byte[] body) {
        try {
            calls.incrementAndGet();
            long second = System.nanoTime() / 1_000_000_000L;
            perSecond.keySet().removeIf(old -> old < second - 2);
            if (perSecond.computeIfAbsent(second, s -> new AtomicInteger()).incrementAndGet() > limit * 1.2) {
                refused.incrementAndGet();
                exchange.getResponseHeaders().add("Retry-After", "1");
                send(exchange, 429, JSON.createObjectNode());
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/changes")) {
                send(exchange, 200, changes(query(exchange)));
            } else if (exchange.getRequestMethod().equals("PUT")) {
                send(exchange, 200, put(path.substring("/contacts/".length()), JSON.readTree(body)));
            } else {
                String id = path.substring("/contacts/".length());
                JsonNode found = written.containsKey(id) ? written.get(id) : seeded(id);
                send(exchange, found == null ? 404 : 200, found == null ? JSON.createObjectNode() : found);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private JsonNode seeded(String id) {
        return id.matches("R[0-9]{1,9}") && Integer.parseInt(id.substring(1)) < contacts
                ? contact(Integer.parseInt(id.substring(1)))
                : null;
    }

    private ObjectNode put(String id, JsonNode document) {
        ObjectNode contact = document.deepCopy();
        contact.put("id", id).put("updatedAt", "2026-11-21T00:00:00Z");
        written.put(id, contact);
        return contact;
    }

    /** {@code FROM-TO}: the contacts from here to there; empty: all of them. */
    private ObjectNode changes(Map<String, String> query) {
        int parts = Integer.parseInt(query.getOrDefault("parts", "1"));
        String cursor = query.getOrDefault("cursor", "");
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode records = answer.putArray("records");
        if (cursor.isEmpty() && parts > 1) {
            ArrayNode starts = answer.putArray("parts");
            for (int part = 0; part < parts; part++) {
                starts.add((long) contacts * part / parts + "-" + (long) contacts * (part + 1) / parts);
            }
            return answer;
        }
        String[] range = (cursor.isEmpty() ? "0-" + contacts : cursor).split("-");
        int from = Integer.parseInt(range[0]);
        int end = Integer.parseInt(range[1]);
        int next = Math.min(end, from + Integer.parseInt(query.get("limit")));
        for (int number = from; number < next; number++) {
            records.addObject().put("id", id(number)).set("record", contact(number));
        }
        return answer.put("cursor", next + "-" + end).put("more", next < end);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] text = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    Duration delay() {
        return delay;
    }

    @Override
    public void close() {
        server.stop(0);
        answers.shutdownNow();
    }
}
