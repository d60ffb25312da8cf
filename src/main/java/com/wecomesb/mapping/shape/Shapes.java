package com.wecomesb.mapping.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The schemas of documents, {@code schemas/NAME.schema.json}, by name. Immutable and thread-safe.
 *
 * @param byName as JSON
 */
public record Shapes(Map<String, JsonNode> byName) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig CHINESE =
            SchemaValidatorsConfig.builder().locale(Locale.SIMPLIFIED_CHINESE).build();

    public Shapes {
        byName = Map.copyOf(byName);
    }

    public static Shapes none() {
        return new Shapes(Map.of());
    }

    /** Reads texts by name; one that is no JSON is passed over, as its own format has the mistake. */
    public static Shapes read(Map<String, String> texts) {
        Map<String, JsonNode> read = new TreeMap<>();
        texts.forEach((name, text) -> {
            try {
                read.put(name, JSON.readTree(text));
            } catch (JsonProcessingException broken) {
                // Whoever owns the schemas says it.
            }
        });
        return new Shapes(read);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public Optional<Shape> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(schema -> Shape.of(name, schema));
    }

    /** What a schema has against a document, in Chinese; that something is missing is not among it: examples may be parts. */
    public List<String> against(String name, JsonNode document) {
        JsonNode schema = byName.get(name);
        if (schema == null) {
            return List.of();
        }
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, CHINESE).validate(document).stream()
                .filter(message -> !"required".equals(message.getType()))
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }
}
