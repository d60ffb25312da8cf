package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.kit.Capture.Sent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes two requests the same: method, path, query in any order, conditions, and the body as JSON, as a form or as text.
 * Nothing of what a client adds by itself; {@link KitCredentials} take out what the connector's {@code auth} adds.
 */
record RequestShape(
        String method, String path, List<String> query, String condition, Optional<JsonNode> json, List<String> text) {

    private static final String BOUNDARY = "boundary=";

    static RequestShape of(Sent sent) {
        String[] target = sent.target().split("\\?", 2);
        Optional<JsonNode> json = Json.parse(sent.body());
        return new RequestShape(
                sent.method(),
                decoded(target[0]),
                target.length == 1 ? List.of() : pairs(target[1]),
                sent.header("If-Match"),
                json,
                json.isPresent() ? List.of() : text(sent));
    }

    private static List<String> text(Sent sent) {
        String type = sent.header("Content-Type");
        if (type.contains(BOUNDARY)) {
            String boundary = type.substring(type.indexOf(BOUNDARY) + BOUNDARY.length())
                    .split(";", 2)[0]
                    .replace("\"", "");
            return sent.body()
                    .replace(boundary, "BOUNDARY")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        return type.contains("urlencoded")
                ? pairs(sent.body())
                : Stream.concat(Stream.of(type), sent.body().strip().lines()).toList();
    }

    private static List<String> pairs(String text) {
        return Arrays.stream(text.split("&"))
                .map(RequestShape::decoded)
                .sorted()
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path + " " + query + condition
                + json.map(JsonNode::toString).orElse(String.join("\n", text));
    }
}
