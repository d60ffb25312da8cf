package com.wecomesb.perform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.media.Downloads;
import com.wecomesb.media.Downloads.Downloaded;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Files in the documents of tickets and comments. Decided is only which file of WeCom it is; its content is fetched when the
 * document goes out, and only for a system that takes files.
 */
@Component
class Attachments {

    private static final String ATTACHMENTS = "attachments";
    private static final String CONTENT = "attachments[].base64";
    private static final String TOO_LATE = "(客户发来的文件已经取不到,没有带上)";

    private final Downloads downloads;
    private final ConnectorCalls connectors;

    Attachments(Downloads downloads, ConnectorCalls connectors) {
        this.downloads = downloads;
        this.connectors = connectors;
    }

    /** The document with {@code {name, type, base64}} for each {@code {app, mediaId, kind}} in {@code attachments}. */
    JsonNode fetched(String system, String verb, JsonNode document) {
        if (document.path(ATTACHMENTS).isEmpty()) {
            return document;
        }
        ObjectNode filled = document.deepCopy();
        filled.remove(ATTACHMENTS);
        if (!connectors.takes(system, verb, CONTENT)) {
            return filled;
        }
        ArrayNode files = filled.arrayNode();
        for (JsonNode file : document.path(ATTACHMENTS)) {
            if (!file.has("mediaId")) {
                files.add(file);
            } else if (!fetch(file, files)) {
                sayTooLate(filled, verb.equals("ticket-comment") ? "text" : "description");
            }
        }
        return files.isEmpty() ? filled : filled.set(ATTACHMENTS, files);
    }

    private boolean fetch(JsonNode file, ArrayNode files) {
        Optional<Downloaded> found =
                downloads.of(file.path("app").asText(""), file.path("mediaId").asText());
        found.ifPresent(downloaded -> files.addObject()
                .put("name", file.path("kind").asText("file") + "." + downloaded.extension())
                .put("type", downloaded.type())
                .put("base64", downloaded.content()));
        return found.isPresent();
    }

    private static void sayTooLate(ObjectNode document, String field) {
        String text = document.path(field).asText("");
        document.put(field, text.isBlank() ? TOO_LATE : text + "\n" + TOO_LATE);
    }
}
