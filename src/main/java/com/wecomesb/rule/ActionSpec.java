package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for, its templates not yet rendered. It can be written as JSON, because the branches of a look-up
 * are stored with the action until its outcome is there.
 *
 * @param kind {@code reply}, {@code crm}, {@code shop}, {@code ticket}, {@code notify}, {@code handoff}, {@code tag},
 *     {@code set}
 * @param verb the connector's verb, {@code do} in the file
 * @param system the system's name, or null for the default of the kind
 * @param parameters everything else that was written; {@code {"id": …}} for a reply of the library, {@code {"similar":
 *     true}} for the one that answers the nearest question, {@code {"to": …}} for a group that is told
 * @param as what templates of the branches call the result
 * @param deadline how long a look-up may take, {@code wait} in the file
 * @param found what follows when something was found
 * @param missing what follows when nothing was found
 * @param failed what follows on an error, a time-out, or when no such system is configured
 * @param where its place in the file; not part of the JSON
 */
public record ActionSpec(
        String kind,
        @Nullable String verb,
        @Nullable String system,
        JsonNode parameters,
        @Nullable String as,
        @Nullable Duration deadline,
        List<ActionSpec> found,
        List<ActionSpec> missing,
        List<ActionSpec> failed,
        Position where) {

    /** A reply of the library. */
    public static ActionSpec reply(String id) {
        return simple("reply", JsonNodeFactory.instance.objectNode().put("id", id));
    }

    /** A reply that stands in no file, {@code {"text": …}}. */
    public static ActionSpec replyInPlace(ObjectNode parameters) {
        return simple("reply", parameters);
    }

    /** Hands the conversation to people; without a group nobody is told. */
    public static ActionSpec handoff(@Nullable String group) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        return simple("handoff", group == null ? parameters : parameters.put("to", group));
    }

    private static ActionSpec simple(String kind, ObjectNode parameters) {
        return new ActionSpec(
                kind, null, null, parameters, null, null, List.of(), List.of(), List.of(), Position.UNKNOWN);
    }

    /** Whether it is the reply that the text is nearest to, {@code reply: {similar: true}}. */
    boolean asksForAnswer() {
        return kind.equals("reply") && parameters.path("similar").asBoolean();
    }

    /** The same with this reply wherever the nearest answer is asked for. */
    ActionSpec answering(String replyId) {
        JsonNode answered =
                asksForAnswer() ? JsonNodeFactory.instance.objectNode().put("id", replyId) : parameters;
        return new ActionSpec(
                kind,
                verb,
                system,
                answered,
                as,
                deadline,
                answering(found, replyId),
                answering(missing, replyId),
                answering(failed, replyId),
                where);
    }

    private static List<ActionSpec> answering(List<ActionSpec> specs, String replyId) {
        return specs.stream().map(spec -> spec.answering(replyId)).toList();
    }

    /** This and everything in its branches. */
    public Stream<ActionSpec> withBranches() {
        return Stream.concat(
                Stream.of(this),
                Stream.of(found, missing, failed).flatMap(List::stream).flatMap(ActionSpec::withBranches));
    }

    /** The ids of library replies that this and its branches name. */
    public List<String> replyIds() {
        return withBranches()
                .filter(spec ->
                        spec.kind.equals("reply") && spec.parameters.path("id").isTextual())
                .map(spec -> spec.parameters.path("id").asText())
                .toList();
    }

    public static JsonNode toJson(List<ActionSpec> specs) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ActionSpec spec : specs) {
            ObjectNode node = array.addObject();
            node.put("kind", spec.kind);
            node.put("do", spec.verb);
            node.put("system", spec.system);
            node.set("parameters", spec.parameters);
            node.put("as", spec.as);
            node.put("wait", spec.deadline == null ? null : spec.deadline.toString());
            node.set("found", toJson(spec.found));
            node.set("missing", toJson(spec.missing));
            node.set("failed", toJson(spec.failed));
        }
        return array;
    }

    public static List<ActionSpec> fromJson(JsonNode array) {
        List<ActionSpec> specs = new ArrayList<>();
        for (JsonNode node : array) {
            String wait = text(node, "wait");
            specs.add(new ActionSpec(
                    node.path("kind").asText(),
                    text(node, "do"),
                    text(node, "system"),
                    node.path("parameters"),
                    text(node, "as"),
                    wait == null ? null : Duration.parse(wait),
                    fromJson(node.path("found")),
                    fromJson(node.path("missing")),
                    fromJson(node.path("failed")),
                    Position.UNKNOWN));
        }
        return specs;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }
}
