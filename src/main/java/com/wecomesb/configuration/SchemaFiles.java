package com.wecomesb.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Owns {@code schemas/*.schema.json}: the canonical documents between the systems. */
public final class SchemaFiles implements FormatOwner<SchemaFiles.Schemas> {

    private static final Pattern SCHEMA = Pattern.compile("schemas/([^/]+)\\.schema\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The schemas.
     *
     * @param byDocument by the document's name, {@code contact}
     */
    public record Schemas(Map<String, JsonNode> byDocument) {

        public Optional<JsonNode> of(String document) {
            return Optional.ofNullable(byDocument.get(document));
        }
    }

    @Override
    public String name() {
        return "schemas";
    }

    @Override
    public boolean owns(String path) {
        return SCHEMA.matcher(path).matches();
    }

    @Override
    public Schemas read(List<SourceFile> files, Mistakes mistakes) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (SourceFile file : files) {
            try {
                schemas.put(SCHEMA.matcher(file.path()).replaceFirst("$1"), JSON.readTree(file.text()));
            } catch (JsonProcessingException broken) {
                int line =
                        broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
                int column =
                        broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
                mistakes.add(new Mistake(file.path(), line, column, "不是合法的 JSON"));
            }
        }
        return new Schemas(Map.copyOf(schemas));
    }
}
