package com.wecomesb.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameter trees whose texts are templates; what is not text stays as it is. */
public final class TemplatedJson {

    private static final Cache<String, Template> COMPILED =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private TemplatedJson() {}

    /** Filled in for another system: complete as far as a value is of reasonable length. */
    public static JsonNode render(JsonNode parameters, Map<String, Object> context) {
        return filled(parameters, Values.forDocument(context));
    }

    /** Filled in for people who read it as a message: what a value could do there beside being read is taken from it. */
    public static JsonNode renderForPeople(JsonNode parameters, Map<String, Object> context) {
        return filled(parameters, Values.forMessage(context));
    }

    private static JsonNode filled(JsonNode parameters, Map<String, Object> context) {
        if (parameters instanceof ObjectNode object) {
            ObjectNode rendered = JsonNodeFactory.instance.objectNode();
            object.fields().forEachRemaining(entry -> rendered.set(entry.getKey(), filled(entry.getValue(), context)));
            return rendered;
        }
        if (parameters instanceof ArrayNode array) {
            ArrayNode rendered = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> rendered.add(filled(item, context)));
            return rendered;
        }
        return isTemplate(parameters)
                ? JsonNodeFactory.instance.textNode(
                        COMPILED.get(parameters.asText(), Template::of).render(context))
                : parameters;
    }

    /** What is wrong with the templates of a tree, in words for people; empty when nothing is. */
    public static List<String> mistakes(JsonNode parameters) {
        List<String> mistakes = new ArrayList<>();
        if (isTemplate(parameters)) {
            try {
                Template.of(parameters.asText());
            } catch (IllegalArgumentException exception) {
                mistakes.add(String.valueOf(exception.getMessage()));
            }
        }
        parameters.forEach(child -> mistakes.addAll(mistakes(child)));
        return mistakes;
    }

    private static boolean isTemplate(JsonNode node) {
        return node.isTextual()
                && (node.asText().contains("{{") || node.asText().contains("{%"));
    }
}
