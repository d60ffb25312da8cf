package com.wecomesb.connector.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.wecomesb.bus.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as they are kept with their record until they are on the bus. */
final class Outbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Outbox() {}

    static @Nullable String write(List<Event> events) {
        if (events.isEmpty()) {
            return null;
        }
        ArrayNode array = JSON.createArrayNode();
        for (Event event : events) {
            array.addObject()
                    .put("source", event.source())
                    .put("id", event.id())
                    .put("type", event.type())
                    .put("subject", event.subject())
                    .put("time", event.time().toString())
                    .put("key", event.key())
                    .put("data", event.data());
        }
        try {
            return JSON.writeValueAsString(array);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<Event> read(@Nullable String text) {
        List<Event> events = new ArrayList<>();
        if (text == null) {
            return events;
        }
        try {
            for (JsonNode event : JSON.readTree(text)) {
                events.add(Event.first(
                        event.path("source").asText(),
                        event.path("id").asText(),
                        event.path("type").asText(),
                        event.path("subject").asText(),
                        Instant.parse(event.path("time").asText()),
                        event.path("key").asText(),
                        event.path("data").binaryValue()));
            }
            return events;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
