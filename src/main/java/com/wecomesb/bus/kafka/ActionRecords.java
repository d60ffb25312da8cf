package com.wecomesb.bus.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.ActionReference;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Actions as Kafka records: {@code {"id": …, "kind": …}}, the lane as the key. */
public final class ActionRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ActionRecords() {}

    public static ProducerRecord<String, byte[]> write(ActionReference action, String topic) {
        try {
            byte[] value = JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("id", action.id())
                    .put("kind", action.kind().word()));
            return new ProducerRecord<>(topic, action.lane(), value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads a record; fields that this version does not know are passed over.
     *
     * @throws MalformedRecord if the lane, the id or the kind is missing or unknown
     */
    public static ActionReference read(ConsumerRecord<String, byte[]> action) {
        if (action.key() == null || action.value() == null) {
            throw new MalformedRecord("a record without key or value");
        }
        try {
            JsonNode value = JSON.readTree(action.value());
            String id = value.path("id").asText("");
            if (id.isEmpty()) {
                throw new MalformedRecord("an action without id");
            }
            return new ActionReference(id, ActionKind.of(value.path("kind").asText("")), action.key());
        } catch (IOException | IllegalArgumentException exception) {
            throw new MalformedRecord("not an action: " + exception.getClass().getSimpleName());
        }
    }
}
