package com.wecomesb.mapping.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.wecomesb.document.Suggestion;
import com.wecomesb.mapping.path.Match;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.step.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One place of a document as its JSON Schema describes it. What the schema leaves open, or says with {@code anyOf} and its
 * like, may be anything.
 *
 * @param name of the schema, for people
 * @param root the schema as a whole, for its {@code $ref}
 * @param node what it says of this place; null when nothing
 */
public record Shape(String name, JsonNode root, @Nullable JsonNode node) {

    /** What no schema describes. */
    public static final Shape UNKNOWN = new Shape("", MissingNode.getInstance(), null);

    private static final List<String> CHOICES = List.of("anyOf", "oneOf", "allOf", "if", "not");
    private static final int DEEPEST = 12;

    public static Shape of(String name, JsonNode schema) {
        return new Shape(name, schema, schema);
    }

    /** Where a path leads, or why it leads nowhere. */
    public record Way(Shape shape, @Nullable String mistake) {}

    public Way follow(List<Segment> segments) {
        Way way = new Way(this, null);
        for (Segment segment : segments) {
            way = way.shape().into(segment);
            if (way.mistake() != null) {
                return way;
            }
        }
        return way;
    }

    private Way into(Segment segment) {
        if (segment instanceof Segment.Key key) {
            return kinds().contains(Kind.OBJECT)
                    ? field(key.name())
                    : wrong("是" + Kind.words(kinds()) + ",没有下级字段 " + key.name());
        }
        if (!kinds().contains(Kind.LIST)) {
            return wrong("是" + Kind.words(kinds()) + ",不是列表");
        }
        Shape item = resolved(said("items"));
        return segment instanceof Match match && item.kinds().contains(Kind.OBJECT)
                ? new Way(item, item.field(match.key()).mistake())
                : new Way(item, null);
    }

    private Way field(String field) {
        JsonNode properties = said("properties");
        JsonNode further = said("additionalProperties");
        if (properties != null && properties.has(field)) {
            return new Way(resolved(properties.get(field)), null);
        }
        boolean open = isChoice() || said("patternProperties") != null;
        if (properties == null
                || properties.isEmpty()
                || open
                || (further != null && (further.isObject() || further.asBoolean()))) {
            return new Way(resolved(further != null && further.isObject() ? further : null), null);
        }
        Set<String> known = new TreeSet<>();
        properties.fieldNames().forEachRemaining(known::add);
        return wrong("没有字段 " + field + Suggestion.of(field, known));
    }

    private Way wrong(String reason) {
        return new Way(this, reason);
    }

    private Shape resolved(@Nullable JsonNode found) {
        JsonNode at = found;
        for (int depth = 0; at != null && at.path("$ref").isTextual(); depth++) {
            String reference = at.path("$ref").textValue();
            at = depth < DEEPEST && reference.startsWith("#/") ? root.at(reference.substring(1)) : null;
        }
        return new Shape(name, root, at == null || at.isMissingNode() ? null : at);
    }

    private @Nullable JsonNode said(String key) {
        return node == null ? null : node.get(key);
    }

    private boolean isChoice() {
        return node != null && CHOICES.stream().anyMatch(node::has);
    }

    /** The kinds of value that may stand here. */
    public Set<Kind> kinds() {
        JsonNode type = said("type");
        if (type == null) {
            return Kind.ALL;
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (type.isArray()) {
            type.forEach(one -> kinds.addAll(ofType(one.asText())));
        } else {
            kinds.addAll(ofType(type.asText()));
        }
        return kinds.isEmpty() ? Kind.ALL : kinds;
    }

    private static Set<Kind> ofType(String type) {
        return switch (type) {
            case "string" -> EnumSet.of(Kind.TEXT);
            case "integer" -> EnumSet.of(Kind.INTEGER);
            case "number" -> EnumSet.of(Kind.INTEGER, Kind.DECIMAL);
            case "boolean" -> EnumSet.of(Kind.BOOLEAN);
            case "array" -> EnumSet.of(Kind.LIST);
            case "object" -> EnumSet.of(Kind.OBJECT);
            default -> EnumSet.noneOf(Kind.class);
        };
    }

    /** Whether the schema's {@code enum}, if it has one, knows the value. */
    public boolean allows(JsonNode value) {
        JsonNode values = said("enum");
        if (values == null || value.isNull()) {
            return true;
        }
        for (JsonNode known : values) {
            if (known.equals(value) || (known.isNumber() && known.asText().equals(value.asText()))) {
                return true;
            }
        }
        return false;
    }

    /** The values of the {@code enum}, for people. */
    public String allowed() {
        List<String> values = new ArrayList<>();
        JsonNode known = said("enum");
        if (known != null) {
            known.forEach(value -> values.add(value.asText()));
        }
        return String.join("、", values);
    }

    /** The places that have no further ones below them. */
    public List<List<Segment>> leaves() {
        List<List<Segment>> leaves = new ArrayList<>();
        leaves(List.of(), leaves);
        return leaves;
    }

    private void leaves(List<Segment> at, List<List<Segment>> leaves) {
        JsonNode properties = said("properties");
        JsonNode items = said("items");
        if (at.size() < DEEPEST && properties != null && !properties.isEmpty()) {
            properties
                    .properties()
                    .forEach(field ->
                            resolved(field.getValue()).leaves(with(at, new Segment.Key(field.getKey())), leaves));
        } else if (at.size() < DEEPEST && items != null) {
            resolved(items).leaves(with(at, Segment.EACH), leaves);
        } else {
            leaves.add(at);
        }
    }

    private static List<Segment> with(List<Segment> path, Segment segment) {
        List<Segment> longer = new ArrayList<>(path);
        longer.add(segment);
        return List.copyOf(longer);
    }
}
