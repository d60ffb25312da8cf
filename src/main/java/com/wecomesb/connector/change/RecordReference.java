package com.wecomesb.connector.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Hint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A record of a system that may have changed.
 *
 * @param system its name in the settings
 * @param kind {@code ticket}, {@code order} or {@code contact}
 * @param id the system's own; empty for whatever has changed of this kind
 */
public record RecordReference(String system, String kind, String id) {

    /** The kinds of records that are followed. */
    public static final List<String> KINDS = List.of("ticket", "order", "contact");

    /** No id of a record is longer. */
    public static final int LONGEST_ID = 128;

    /** What the keys of hints at records begin with; those of 微信客服 begin otherwise. */
    static final String KEY_PREFIX = "record:";

    private static final ObjectMapper JSON = new ObjectMapper();

    public RecordReference {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("there are no records of this kind");
        }
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("the id of a record has at most " + LONGEST_ID + " characters");
        }
        if (id.indexOf('\u0000') >= 0) {
            throw new IllegalArgumentException("the id of a record has no NUL: not every database can hold it");
        }
    }

    /** All that has changed of a kind. */
    public static RecordReference changesOf(String system, String kind) {
        return new RecordReference(system, kind, "");
    }

    boolean isOneRecord() {
        return !id.isEmpty();
    }

    /** For the topic; hints at one record have one key. */
    Hint at(Instant instant) {
        String json = JSON.createObjectNode()
                .put("system", system)
                .put("record", kind)
                .put("id", id)
                .toString();
        return new Hint(KEY_PREFIX + system + ":" + kind + ":" + id, json, instant);
    }

    /** Reads the value of a hint; nothing when it is none at a record. */
    static Optional<RecordReference> read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            String system = node.path("system").asText("");
            return system.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RecordReference(
                            system,
                            node.path("record").asText(""),
                            node.path("id").asText("")));
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
