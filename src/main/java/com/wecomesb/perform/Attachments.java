package com.wecomesb.perform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.FilesRefused;
import com.wecomesb.media.Downloads;
import com.wecomesb.media.Downloads.Downloaded;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files in the documents of tickets and comments. Decided is only which file of WeCom it is; its content is fetched when the
 * document goes out, and only for a system that takes files: one whose mapping reads them. Any other gets a line about each.
 */
@Component
class Attachments {

    private static final String ATTACHMENTS = "attachments";
    private static final String CONTENT = "attachments[].base64";
    private static final String TOO_LATE = "(客户发来的文件已经取不到,没有带上)";
    private static final String REFUSED = "(文件 %s 没有带上:%s)";
    private static final String NOT_TAKEN = "这个系统的连接器不收文件";
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    private final Downloads downloads;
    private final ConnectorCalls connectors;

    Attachments(Downloads downloads, ConnectorCalls connectors) {
        this.downloads = downloads;
        this.connectors = connectors;
    }

    /**
     * Sends a document with its files; without those that the system refuses, and then with a line about each of them. A
     * refused request has done nothing, and each repeat looks first: nothing is written twice.
     */
    <T> T send(String system, String verb, JsonNode document, Function<JsonNode, T> call) {
        JsonNode sent = fetched(system, verb, document);
        while (true) {
            try {
                return call.apply(sent);
            } catch (FilesRefused refused) {
                JsonNode rest = without(refused, sent, verb);
                if (rest.path(ATTACHMENTS).size() == sent.path(ATTACHMENTS).size()) {
                    throw refused;
                }
                sent = rest;
            }
        }
    }

    private static JsonNode without(FilesRefused refused, JsonNode document, String verb) {
        ObjectNode rest = document.deepCopy();
        ArrayNode kept = rest.putArray(ATTACHMENTS);
        for (JsonNode file : document.path(ATTACHMENTS)) {
            String name = file.path("name").asText("");
            if (refused.names().contains(name)) {
                say(REFUSED.formatted(name + size(file), refused.why()), rest, verb);
            } else {
                kept.add(file);
            }
        }
        return kept.isEmpty() ? rest.without(ATTACHMENTS) : rest;
    }

    private static String size(JsonNode file) {
        long bytes = file.path("base64").asText("").length() * 3L / 4;
        return bytes < MEGABYTE
                ? "(" + Math.max(1, bytes / KILOBYTE) + " KB)"
                : String.format(Locale.ROOT, "(%.1f MB)", (double) bytes / MEGABYTE);
    }

    /** The document with {@code {name, type, base64}} for each {@code {app, mediaId, kind}} in {@code attachments}. */
    private JsonNode fetched(String system, String verb, JsonNode document) {
        if (document.path(ATTACHMENTS).isEmpty()) {
            return document;
        }
        ObjectNode filled = document.deepCopy();
        filled.remove(ATTACHMENTS);
        if (!connectors.takes(system, verb, CONTENT)) {
            document.path(ATTACHMENTS).forEach(file -> say(REFUSED.formatted(name(file), NOT_TAKEN), filled, verb));
            log.atWarn()
                    .addKeyValue("system", system)
                    .addKeyValue("verb", verb)
                    .addKeyValue("files", document.path(ATTACHMENTS).size())
                    .log("attachments left out: the connector's mapping does not read them");
            return filled;
        }
        ArrayNode files = filled.arrayNode();
        for (JsonNode file : document.path(ATTACHMENTS)) {
            if (!file.has("mediaId")) {
                files.add(file);
            } else if (!fetch(file, files)) {
                say(TOO_LATE, filled, verb);
            }
        }
        return files.isEmpty() ? filled : filled.set(ATTACHMENTS, files);
    }

    /** Of a file that is not fetched no more is known than its kind: {@code image}. */
    private static String name(JsonNode file) {
        return file.path("name").asText(file.path("kind").asText(""));
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

    /** A line more for whoever reads the ticket. */
    private static void say(String line, ObjectNode document, String verb) {
        String field = verb.equals("ticket-comment") ? "text" : "description";
        String text = document.path(field).asText("");
        document.put(field, text.isBlank() ? line : text + "\n" + line);
    }
}
