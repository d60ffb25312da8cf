package com.wecomesb.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happened in a test, told for readers of the documentation. */
final class Transcript {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder text = new StringBuilder();
    private final Set<String> told = new LinkedHashSet<>();
    private final ConnectedBus bus;

    Transcript(String title, ConnectedBus bus) {
        this.bus = bus;
        text.append("# ")
                .append(title)
                .append(
                        "\n\nWritten by `ThreeSystemsRealIT` from a run against Tryton 6.0, Vendure 3.7 and Request Tracker 5.0.3 on this machine;\n")
                .append("only WeCom was simulated. Nothing but throw-away test data is in it, logins are left out.\n");
    }

    void says(String who, String how, String words) {
        text.append("\n## ").append(who).append(' ').append(how).append("\n\n").append(quoted(words));
    }

    /** The replies that were not told yet. */
    void replies(List<String> replies) {
        List<String> news = new ArrayList<>(replies);
        news.removeAll(told);
        told.addAll(news);
        text.append("\n## The bus replies in WeChat\n");
        news.forEach(reply -> text.append('\n').append(quoted(reply)));
    }

    void has(String system, String what, JsonNode record) {
        try {
            text.append("\n## ")
                    .append(system)
                    .append(" has ")
                    .append(what)
                    .append("\n\n```json\n")
                    .append(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record))
                    .append("\n```\n");
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    void has(String system, String what, Collection<JsonNode> texts) {
        text.append("\n## ").append(system).append(" has ").append(what).append('\n');
        texts.stream()
                .map(JsonNode::asText)
                .filter(content ->
                        !content.isBlank() && !content.contains("automatically generated") && !content.startsWith("<"))
                .distinct()
                .forEach(content -> text.append('\n').append(quoted(content)));
    }

    /** The calls between the bus and the systems; the same one after the other is one line. */
    void wire(String title) {
        text.append("\n## ").append(title).append('\n');
        bus.told().forEach((system, calls) -> {
            text.append("\n").append(system).append(":\n\n```\n");
            calls.stream().distinct().forEach(call -> text.append(call).append('\n'));
            text.append("```\n");
        });
    }

    /** What a reader wants to see of a ticket. */
    static JsonNode ticket(JsonNode ticket) {
        ObjectNode shown = JSON.createObjectNode();
        for (String field : List.of("id", "Subject", "Status", "Priority", "Created")) {
            shown.set(field, ticket.path(field));
        }
        shown.set("Creator", ticket.path("Creator").path("id"));
        ticket.path("CustomFields")
                .forEach(field -> shown.set(field.path("name").asText(), field.path("values")));
        return shown;
    }

    private static String quoted(String words) {
        return "> " + words.strip().replace("\n", "\n> ") + "\n";
    }

    void writeIfAsked(String file) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Path page = Path.of("docs", "transcripts", file);
            Files.createDirectories(page.getParent());
            Files.writeString(page, text.toString());
        }
    }
}
