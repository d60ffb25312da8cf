package com.wecomesb.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The JSON Schema of a file format, the one that editors use ({@code docs/schema}). A reader names mistakes better than a
 * schema does, so this is asked about a file in which the reader found none: then the two cannot drift apart unseen.
 */
public final class FileSchema {

    private static final int PORTION = 500;

    private final JsonSchema schema;

    private FileSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** The schema packed as {@code /schema/NAME.schema.json}. */
    public static FileSchema named(String name) {
        try (InputStream file = FileSchema.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no schema named " + name);
            }
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .locale(Locale.SIMPLIFIED_CHINESE)
                    .build();
            return new FileSchema(
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(file, config));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Adds what the schema has against the file, each at the place that it speaks of. */
    public void check(YamlNode root, Mistakes mistakes) {
        mistakesOf(new Portion(root, root.json(), "", 0)).forEach(mistakes::add);
    }

    /** Begins to check a file with a long list on the other cores: for large ones it takes as long as reading them. */
    public SchemaCheck begin(YamlNode root, String list) {
        return SchemaCheck.begin(portions(root, list)
                .map(portion -> (Callable<List<Mistake>>)
                        () -> mistakesOf(portion.get()).toList())
                .toList());
    }

    /** The file several times, each time with a part of its list: the JSON of all of it would be many times its size. */
    private static Stream<Supplier<Portion>> portions(YamlNode root, String list) {
        List<YamlNode> items = root.get(list).map(YamlNode::items).orElse(List.of());
        if (items.size() <= PORTION) {
            return Stream.of(() -> new Portion(root, root.json(), list, 0));
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        root.map().forEach((key, value) -> {
            if (!key.equals(list)) {
                rest.set(key, value.json());
            }
        });
        return IntStream.iterate(0, from -> from < items.size(), from -> from + PORTION)
                .mapToObj(from -> () -> {
                    ObjectNode part = JsonNodeFactory.instance.objectNode().setAll(rest);
                    ArrayNode some = part.putArray(list);
                    items.subList(from, Math.min(items.size(), from + PORTION)).forEach(item -> some.add(item.json()));
                    return new Portion(root, part, list, from);
                });
    }

    private Stream<Mistake> mistakesOf(Portion portion) {
        return schema.validate(portion.json()).stream()
                .sorted(Comparator.comparing(
                        message -> message.getInstanceLocation().toString()))
                .map(message -> portion.place(message).mistake("不符合格式:" + words(message)));
    }

    /** @param from the place in the file of the first item that is in this part of the list */
    private record Portion(YamlNode root, JsonNode json, String list, int from) {

        YamlNode place(ValidationMessage message) {
            List<String> steps = path(message.getInstanceLocation());
            if (steps.size() > 1 && steps.get(0).equals(list)) {
                steps.set(1, String.valueOf(from + Integer.parseInt(steps.get(1))));
            }
            return root.nearest(steps);
        }
    }

    /** Without the path that the message begins with: the mistake has its line. */
    private static String words(ValidationMessage message) {
        String path = message.getInstanceLocation().toString();
        String words = message.getMessage();
        return words.startsWith(path) ? words.substring(path.length()).replaceFirst("^[:： ]+", "") : words;
    }

    private static List<String> path(JsonNodePath location) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < location.getNameCount(); i++) {
            steps.add(String.valueOf(location.getElement(i)));
        }
        return steps;
    }
}
