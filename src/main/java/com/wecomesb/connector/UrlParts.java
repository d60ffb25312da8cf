package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Puts values into paths and queries, as a bean of Kamelets: what a customer typed must not lead to another address. */
public final class UrlParts {

    /** A value as one part of a path. */
    public String path(String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new ConnectorFailed(Kind.PERMANENT, "编号为空或不合法");
        }
        return encoded(value);
    }

    /** A field of a document, which the call cannot do without, as one part of a path. */
    public String pathOf(JsonNode document, String field) {
        return path(document.path(field).asText(""));
    }

    public boolean has(JsonNode document, String field) {
        return !document.path(field).asText("").isEmpty();
    }

    /** One criterion as a query. */
    public String query(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    /** All criteria as a query: {@code phone=%2B86138&name=…}. */
    public String queryOf(JsonNode criteria) {
        return criteria.properties().stream()
                .map(criterion -> query(criterion.getKey(), criterion.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
