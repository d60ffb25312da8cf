package com.wecomesb.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.step.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedMappingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes/mappings"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void loadTogetherWithoutAMistake() throws IOException {
        // Given
        Mistakes mistakes = new Mistakes();
        List<SourceFile> files = new ArrayList<>();
        for (String folder : List.of("mappings", "schemas")) {
            try (Stream<Path> paths = Files.list(Path.of("routes", folder))) {
                for (Path file : paths.sorted().toList()) {
                    files.add(
                            new SourceFile(folder + "/" + file.getFileName(), Files.readString(file), Origin.SHIPPED));
                }
            }
        }
        // When
        MappingSet set = new MappingFiles(ZoneId.of("Asia/Shanghai")).read(files, mistakes);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(set.names()).hasSize((int) files().count());
        assertThat(set.forCall("contact", "crm", "sandbox")).isPresent();
        assertThat(set.forAnswer("order", "shop", "rest")).isPresent();
        assertThat(set.forAnswer("product", "shop", "sandbox")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void followTheSchemaThatEditorsUse(Path file) throws IOException {
        // Given
        JsonSchema schema = schema(Path.of("docs/schema/mapping.schema.json"));
        // When
        var messages = schema.validate(read(file).json());
        // Then
        assertThat(messages).isEmpty();
        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo("# yaml-language-server: $schema=../../docs/schema/mapping.schema.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void haveExamplesThatAreCanonicalDocuments(Path file) throws IOException {
        // Given
        String name = file.getFileName().toString().replace(".yaml", "");
        String[] sides = name.split("-to-", 2);
        boolean outward = Files.exists(canonical(sides[0]));
        JsonSchema schema = schema(canonical(outward ? sides[0] : sides[1]));
        // When
        JsonNode examples = read(file).json().path("examples");
        // Then
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(schema.validate(example.path(outward ? "in" : "out")))
                        .isEmpty());
    }

    @Test
    void areWrittenWithTheStepsThatTheSchemaKnows() throws IOException {
        // Given
        JsonNode step = JSON.readTree(Path.of("docs/schema/mapping.schema.json").toFile())
                .at("/$defs/step/oneOf");
        // When
        TreeSet<String> names = new TreeSet<>();
        step.forEach(one -> {
            if (one.has("const")) {
                names.add(one.path("const").asText());
            }
            one.path("required").forEach(name -> names.add(name.asText()));
        });
        // Then
        assertThat(names).isEqualTo(Steps.names());
    }

    private static Path canonical(String name) {
        return Path.of("routes/schemas", name + ".schema.json");
    }

    private static JsonSchema schema(Path file) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JSON.readTree(file.toFile()));
    }

    private static YamlNode read(Path file) {
        try {
            return YamlFile.read("mappings/" + file.getFileName(), Files.readString(file), new Mistakes())
                    .orElseThrow();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
