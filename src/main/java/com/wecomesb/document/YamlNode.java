package com.wecomesb.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a YAML file that knows where it stands. Scalars stay text until somebody asks for a number or a boolean:
 * {@code no}, {@code 12:30} and {@code 0571} are keywords as they were written.
 */
public final class YamlNode {

    private final String file;
    private final Node node;

    YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    Node node() {
        return node;
    }

    public String file() {
        return file;
    }

    public int line() {
        Mark mark = node.getStartMark();
        return mark == null ? 0 : mark.getLine() + 1;
    }

    public int column() {
        Mark mark = node.getStartMark();
        return mark == null ? 0 : mark.getColumn() + 1;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** A scalar that is not an unquoted {@code null}, {@code ~} or nothing. */
    public boolean isText() {
        return node instanceof ScalarNode && !isNull();
    }

    /** A scalar in quotes or of several lines: its author means exactly this text. */
    public boolean isQuoted() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN;
    }

    public boolean isNull() {
        return YamlJson.isNull(node);
    }

    /** The scalar as it was written; empty for lists and maps. */
    public String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The entries of a map in the order of the file; empty for anything else. */
    public Map<String, YamlNode> map() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                entries.put(new YamlNode(file, tuple.getKeyNode()).text(), new YamlNode(file, tuple.getValueNode()));
            }
        }
        return entries;
    }

    /** The keys of a map with their own positions. */
    public List<YamlNode> keys() {
        if (!(node instanceof MappingNode mapping)) {
            return List.of();
        }
        List<YamlNode> keys = new ArrayList<>(mapping.getValue().size());
        for (NodeTuple tuple : mapping.getValue()) {
            keys.add(new YamlNode(file, tuple.getKeyNode()));
        }
        return keys;
    }

    /** What a map has under this key; empty for nothing and for null. */
    public Optional<YamlNode> get(String key) {
        YamlNode value = value(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** What a map has under one of its own keys, null included. */
    public YamlNode under(YamlNode key) {
        YamlNode value = value(key.text());
        return value == null ? key : value;
    }

    /** Without making the map: a rule of a hundred thousand is asked for twenty keys. */
    private @Nullable YamlNode value(String key) {
        if (!(node instanceof MappingNode mapping)) {
            return null;
        }
        Node found = null;
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                found = tuple.getValueNode();
            }
        }
        return found == null ? null : new YamlNode(file, found);
    }

    /** The items of a list; a single value counts as a list of one; nothing as an empty list. */
    public List<YamlNode> items() {
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>(sequence.getValue().size());
            for (Node item : sequence.getValue()) {
                items.add(new YamlNode(file, item));
            }
            return items;
        }
        return isNull() ? List.of() : List.of(this);
    }

    /** The value as JSON by the core schema of YAML 1.2; what is quoted stays text. */
    public JsonNode json() {
        return YamlJson.of(node);
    }

    /** A mistake that stands here. */
    public Mistake mistake(String message) {
        return new Mistake(file, line(), column(), message);
    }

    /** Follows keys and list indexes ({@code rules}, {@code 0}, {@code when}) to the deepest value that exists. */
    public YamlNode nearest(List<String> path) {
        YamlNode at = this;
        for (String step : path) {
            YamlNode next = at.step(step);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private @Nullable YamlNode step(String step) {
        if (isList() && step.matches("[0-9]+")) {
            List<YamlNode> items = items();
            int index = Integer.parseInt(step);
            return index < items.size() ? items.get(index) : null;
        }
        return value(step);
    }

    @Override
    public String toString() {
        return file + ":" + line() + ":" + column();
    }
}
