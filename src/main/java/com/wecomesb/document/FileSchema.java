package com.wecomesb.document;

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

/**
 * The JSON Schema of a file format, the one that editors use ({@code docs/schema}). A reader names mistakes better than a
 * schema does, so this is asked about a file in which the reader found none: then the two cannot drift apart unseen.
 */
public final class FileSchema {

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
        schema.validate(root.json()).stream()
                .sorted(Comparator.comparing(
                        message -> message.getInstanceLocation().toString()))
                .forEach(message ->
                        mistakes.add(root.nearest(path(message.getInstanceLocation())), "不符合格式:" + words(message)));
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
