package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.Event;
import java.util.HashMap;
import java.util.Map;

/**
 * What a decision began with and has learnt since, as its templates see it. It is stored with an action whose outcome,
 * or with a delay whose end, is waited for; the data is read again from the event.
 *
 * @param first the event that the chain of decisions began with
 * @param data that event's data
 * @param match what the rule took from the text, the slots of an intent among it
 * @param results what look-ups found, each under the name that templates call it by
 */
record Background(First first, JsonNode data, Map<String, String> match, ObjectNode results) {

    /** An event as far as it is stored; {@code time} as ISO 8601. */
    record First(String uid, String type, String time) {}

    static Background of(Turn turn, Map<String, String> match) {
        Event event = turn.event();
        return new Background(
                new First(turn.aboutUid(), event.type(), event.time().toString()),
                turn.prepared().data(),
                match,
                JsonNodeFactory.instance.objectNode());
    }

    static Background stored(JsonNode json, JsonNode data) {
        ObjectNode results =
                json.path("results") instanceof ObjectNode found ? found : JsonNodeFactory.instance.objectNode();
        return new Background(
                new First(
                        json.path("event").asText(),
                        json.path("type").asText(),
                        json.path("time").asText()),
                data,
                texts(json.path("match")),
                results);
    }

    Background withResult(String name, JsonNode result) {
        ObjectNode more = results.deepCopy();
        more.set(name, result);
        return new Background(first, data, match, more);
    }

    /** Everything but the data. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event", first.uid());
        json.put("type", first.type());
        json.put("time", first.time());
        ObjectNode taken = json.putObject("match");
        match.forEach(taken::put);
        json.set("results", results);
        return json;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.fields()
                .forEachRemaining(
                        entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /** Without what a customer wrote. */
    @Override
    public String toString() {
        return "Background[" + first.uid() + "]";
    }
}
