package com.wecomesb.connector.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A table from a canonical document to the body of a call, as far as the names of its fields tell. */
final class DraftMapping {

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "contact",
            Map.of(
                    "name|full.?name|last.?name|display.?name", "name",
                    "phone|mobile|tel|telephone", "phones[0]",
                    "e?mail", "emails[0]",
                    "company|organi[sz]ation", "company",
                    "remark|note|notes|comment|description", "remark",
                    "tags|labels", "tags",
                    "stage|status", "stage"),
            "ticket",
            Map.of(
                    "subject|title|summary|topic", "subject",
                    "description|body|content|text|comment|detail|message", "description",
                    "priority|urgency", "priority",
                    "tags|labels", "tags",
                    "channel|source", "channel"),
            "comment",
            Map.of(
                    "text|body|content|comment|message", "text",
                    "ticket.?id|ticket", "ticketId",
                    "public|visible", "public"),
            "order",
            Map.of("id|order.?(id|no|number)", "id", "status|state", "status"));

    private DraftMapping() {}

    /**
     * What is sent, and the id that says where.
     *
     * @param where the field of the id: of a comment's ticket, of the record that is changed; empty for none
     */
    static String to(String canonical, String connector, JsonNode sent, String where) {
        List<String> fields = new ArrayList<>();
        if (!where.isEmpty() && !sent.has(where)) {
            fields.add("  - {to: " + where + ", from: " + where + "}");
        }
        collect(canonical, "", sent, fields);
        if (fields.isEmpty()) {
            fields.add("  - {to: id, from: id}");
        }
        return head(canonical + "-to-" + connector) + String.join("\n", fields) + "\n";
    }

    static String from(String canonical, String connector) {
        String fields = switch (canonical) {
            case "order" -> """
                  - {to: id, from: id}
                  # CHANGE: their words for a state, pending | paid | shipped | …
                  - {to: status, from: status, steps: [{lookup: {new: pending, paid: paid}}]}
                """;
            case "ticket" -> """
                  - {to: id, from: id}
                  - {to: subject, from: subject, default: …}
                """;
            case "comment" -> """
                  - {to: id, from: id}
                  - {to: ticketId, from: ticketId}
                  - {to: text, from: text}
                """;
            default -> """
                  - {to: id, from: id}
                """;
        };
        return head(connector + "-to-" + canonical) + "  # CHANGE: one line for each field of theirs that matters\n"
                + fields;
    }

    private static String head(String name) {
        return "mapping: " + name + "\nfields:\n";
    }

    private static void collect(String canonical, String path, JsonNode value, List<String> fields) {
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> collect(
                            canonical,
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            fields));
        } else if (!path.isEmpty()) {
            fields.add("  - " + line(canonical, path, value));
        }
    }

    /** What is written in the call may be a customer's: of values only plain words of a program are kept. */
    private static String line(String canonical, String path, JsonNode value) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        String to = "{to: \"" + path.replace("\"", "") + "\", ";
        for (Map.Entry<String, String> known :
                WORDS.getOrDefault(canonical, Map.of()).entrySet()) {
            if (Pattern.compile(known.getKey(), Pattern.CASE_INSENSITIVE)
                    .matcher(name)
                    .matches()) {
                return to + "from: \"" + known.getValue() + "\"}";
            }
        }
        boolean word = value.isBoolean() || value.asText().matches("[a-z][a-z_-]{0,19}");
        String constant = value.isBoolean() ? value.asText() : "\"" + (word ? value.asText() : "TODO") + "\"";
        return to + "value: " + constant + "}  # CHANGE: from: a field of ours";
    }
}
