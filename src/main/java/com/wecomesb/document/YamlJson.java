package com.wecomesb.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as JSON by the core schema of YAML 1.2; what is quoted stays text. */
final class YamlJson {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private YamlJson() {}

    static JsonNode of(Node node) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = NODES.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                object.set(text(tuple.getKeyNode()), of(tuple.getValueNode()));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode(sequence.getValue().size());
            for (Node item : sequence.getValue()) {
                array.add(of(item));
            }
            return array;
        }
        return scalar(node);
    }

    private static JsonNode scalar(Node node) {
        if (isNull(node)) {
            return NODES.nullNode();
        }
        String text = text(node);
        if (!isPlain(node)) {
            return NODES.textNode(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            return number.scale() > 0 || number.precision() > 18
                    ? NODES.numberNode(number)
                    : NODES.numberNode(number.longValueExact());
        }
        return NODES.textNode(text);
    }

    /** An unquoted {@code null}, {@code ~} or nothing. */
    static boolean isNull(Node node) {
        String text = text(node);
        return isPlain(node) && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    private static boolean isPlain(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /** A scalar as it was written; empty for lists and maps. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
