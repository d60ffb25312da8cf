package com.wecomesb.connector.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What the kit does to answers. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Nothing where the text is no JSON object or list. */
    static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isContainerNode() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    static String pretty(String text) {
        return parse(text).map(JsonNode::toPrettyString).orElse(text);
    }

    /** The same with every text and number changed; a number that changes becomes a text. */
    static JsonNode texts(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual() || node.isNumber()) {
            String changed = change.apply(node.asText());
            return changed.equals(node.asText()) ? node : TextNode.valueOf(changed);
        }
        if (node.isArray()) {
            ArrayNode list = MAPPER.createArrayNode();
            node.forEach(item -> list.add(texts(item, change)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = MAPPER.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), texts(field.getValue(), change)));
            return object;
        }
        return node;
    }

    /** The texts and numbers of a document, those in its lists and objects among them. */
    static Set<String> leaves(JsonNode node) {
        Set<String> leaves = new TreeSet<>();
        texts(node, text -> {
            leaves.add(text);
            return text;
        });
        return leaves;
    }

    /** The same with each outermost record of a list that holds the text there twice, the second under another id. */
    static JsonNode doubled(JsonNode node, String text) {
        if (node.isArray()) {
            ArrayNode list = MAPPER.createArrayNode();
            for (JsonNode item : node) {
                boolean holds = item.isObject() && leaves(item).stream().anyMatch(leaf -> leaf.contains(text));
                list.add(holds ? item : doubled(item, text));
                if (holds) {
                    list.add(underAnotherId(item.deepCopy()));
                }
            }
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = MAPPER.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), doubled(field.getValue(), text)));
            return object;
        }
        return node;
    }

    private static ObjectNode underAnotherId(ObjectNode item) {
        JsonNode id = item.path("id");
        if (id.isTextual()) {
            item.put("id", id.asText() + "999");
        } else if (id.isNumber()) {
            item.put("id", id.asLong() + 999_000);
        }
        return item;
    }

    /** Whether everything that is expected is there; more may be. */
    static boolean includes(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            return actual.isObject()
                    && expected.properties().stream()
                            .allMatch(field -> includes(actual.path(field.getKey()), field.getValue()));
        }
        if (expected.isArray()) {
            boolean same = actual.isArray() && actual.size() == expected.size();
            for (int index = 0; same && index < expected.size(); index++) {
                same = includes(actual.get(index), expected.get(index));
            }
            return same;
        }
        return actual.isNumber() && expected.isNumber()
                ? actual.decimalValue().compareTo(expected.decimalValue()) == 0
                : actual.equals(expected);
    }
}
