package com.wecomesb.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the connector {@code zammad} needs of Zammad: tickets with articles, in memory, over HTTP. */
final class Desk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1/";

    private final HttpServer server;
    private final Map<Integer, ObjectNode> tickets = new ConcurrentSkipListMap<>();
    private final List<ObjectNode> articles = new CopyOnWriteArrayList<>();

    private final Set<String> tooLarge = ConcurrentHashMap.newKeySet();

    private Desk(HttpServer server) {
        this.server = server;
    }

    static Desk start() throws IOException {
        Desk desk = new Desk(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        desk.server.createContext(API, desk::handle);
        desk.server.start();
        return desk;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The articles of the tickets with this title, as they were sent, the oldest first. */
    List<JsonNode> articles(String title) {
        return articles.stream()
                .filter(article -> tickets.get(article.path("ticket_id").asInt())
                        .path("title")
                        .asText()
                        .equals(title))
                .map(article -> (JsonNode) article)
                .toList();
    }

    /** From now on files of tickets with this title are too large for the web server before it. */
    void refuseFiles(String title) {
        tooLarge.add(title);
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode sent = JSON.readTree(exchange.getRequestBody());
        if (isTooLarge(sent)) {
            byte[] page = "<html>413 Request Entity Too Large</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(413, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
            return;
        }
        JsonNode answer = exchange.getRequestMethod().equals("POST")
                ? made(exchange.getRequestURI(), (ObjectNode) sent)
                : found(exchange.getRequestURI());
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private boolean isTooLarge(JsonNode sent) {
        JsonNode ticket =
                sent.has("ticket_id") ? tickets.get(sent.path("ticket_id").asInt()) : sent;
        JsonNode article = sent.has("article") ? sent.path("article") : sent;
        return article.has("attachments")
                && tooLarge.contains(ticket.path("title").asText());
    }

    private synchronized JsonNode made(URI uri, ObjectNode sent) {
        if (uri.getPath().endsWith("/ticket_articles")) {
            return say(sent);
        }
        int id = tickets.size() + 1;
        ObjectNode article = (ObjectNode) sent.remove("article");
        tickets.put(
                id,
                sent.put("id", id)
                        .put("number", "22" + id)
                        .put("state", "new")
                        .put("created_at", "2026-11-21T04:00:00Z")
                        .put("updated_at", "2026-11-21T04:00:00Z"));
        say(article.put("ticket_id", id));
        return sent;
    }

    private JsonNode say(ObjectNode article) {
        articles.add(article.put("id", articles.size() + 1).put("created_at", "2026-11-21T04:00:00Z"));
        return article;
    }

    private JsonNode found(URI uri) {
        String last = uri.getPath().replaceAll(".*/", "");
        if (last.equals("search")) {
            String query = URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8);
            return list(tickets.values().stream()
                    .filter(ticket ->
                            query.endsWith("=" + ticket.path("wecom_id").asText()))
                    .toList());
        }
        if (uri.getPath().contains("/by_ticket/")) {
            return list(articles.stream()
                    .filter(article -> article.path("ticket_id").asText().equals(last))
                    .toList());
        }
        return last.equals("me")
                ? JsonNodeFactory.instance.objectNode().put("id", 1)
                : tickets.get(Integer.parseInt(last));
    }

    private static ArrayNode list(List<ObjectNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
}
