package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message that is sent.
 *
 * @param type WeCom's msgtype
 * @param body the object of that name in the request
 */
public record Content(String type, JsonNode body) {

    /** A text that is longer is cut (W90236, W94677). */
    public static final int LONGEST_TEXT = 2048;

    public static Content of(ObjectNode request) {
        String type = request.path("msgtype").asText("");
        return new Content(type, request.path(type));
    }

    public String text(String field) {
        return body.path(field).asText("");
    }

    /** The words that the recipient sees, a text after cutting; null for what has none. */
    public @Nullable String shown() {
        return switch (type) {
            case "text" -> Utf8.cut(text("content"), LONGEST_TEXT);
            case "markdown" -> text("content");
            case "msgmenu" -> text("head_content");
            default -> null;
        };
    }
}
