package com.wecomesb.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A whole event as one JSON document, in the names of CloudEvents' JSON format, for keeping it aside. */
final class EventDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventDocument() {}

    static byte[] write(Event event) {
        ObjectNode document = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("source", event.source())
                .put("id", event.id())
                .put("type", event.type())
                .put("subject", event.subject())
                .put("time", event.time().toString())
                .put("dataschema", Event.SCHEMA)
                .put("partitionkey", event.key())
                .put("causality", event.causality())
                .put("hops", event.hops())
                .put("data_base64", event.data());
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty if these bytes are no such document. */
    static Optional<Event> read(byte[] bytes) {
        try {
            JsonNode document = JSON.readTree(bytes);
            if (!document.path("partitionkey").isTextual()
                    || !document.path("data_base64").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new Event(
                    document.path("source").asText(),
                    document.path("id").asText(),
                    document.path("type").asText(),
                    document.path("subject").asText(null),
                    Instant.parse(document.path("time").asText()),
                    document.path("partitionkey").asText(),
                    document.path("causality").asText(""),
                    document.path("hops").asInt(),
                    document.path("data_base64").binaryValue()));
        } catch (IOException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
