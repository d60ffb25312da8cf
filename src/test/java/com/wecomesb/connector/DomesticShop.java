package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.wecomesb.http.LoopbackServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A shop as domestic ones are: HTTP 200 always, the outcome in code, each request signed with MD5, lists newest first. */
final class DomesticShop implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, ObjectNode> orders = new TreeMap<>();
    final List<String> written = new CopyOnWriteArrayList<>();

    private final LoopbackServer server = new LoopbackServer(this::handle);
    private final String secret;
    private volatile String refusal = "";

    DomesticShop(String secret) {
        this.secret = secret;
    }

    String url() {
        return server.url() + "/api";
    }

    void order(String number, int state, String updateTime) {
        orders.put(
                number,
                JSON.createObjectNode()
                        .put("orderNo", number)
                        .put("state", state)
                        .put("payAmount", 9990)
                        .put("receiver", "王芳")
                        .put("updateTime", updateTime));
    }

    /** Answers so from now on, whatever is asked. */
    void refuse(String answer) {
        refusal = answer;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] answer = answer(exchange, body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(HttpExchange exchange, String body) throws IOException {
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        if (!signature(parameters).equals(parameters.get("sign"))) {
            return "{\"code\": 40101, \"msg\": \"签名错误\", \"data\": null}";
        }
        if (!refusal.isEmpty()) {
            return refusal;
        }
        String number = exchange.getRequestURI().getPath().replaceFirst("^/api/order/?", "");
        if (number.isEmpty()) {
            return success(list(parameters));
        }
        ObjectNode order = orders.get(number);
        if (order == null) {
            return "{\"code\": 40400, \"msg\": \"订单不存在\"}";
        }
        if (exchange.getRequestMethod().equals("PATCH")) {
            written.add(body);
            order.setAll((ObjectNode) JSON.readTree(body));
            return success(JSON.nullNode());
        }
        return success(order);
    }

    private ObjectNode list(Map<String, String> parameters) {
        int size = Integer.parseInt(parameters.get("pageSize"));
        ArrayNode list = JSON.createArrayNode();
        orders.values().stream()
                .sorted(Comparator.comparing(
                                (ObjectNode order) -> order.path("updateTime").asText())
                        .reversed())
                .skip((Integer.parseInt(parameters.get("pageNo")) - 1L) * size)
                .limit(size)
                .forEach(list::add);
        ObjectNode data = JSON.createObjectNode();
        data.set("list", list);
        return data;
    }

    private static String success(JsonNode data) {
        return JSON.createObjectNode()
                .put("code", 0)
                .put("msg", "success")
                .set("data", data)
                .toString();
    }

    private String signature(Map<String, String> parameters) {
        String text = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("sign"))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&", "", "&key=" + secret));
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.close();
    }
}
