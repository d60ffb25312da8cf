package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.file;
import static com.wecomesb.mapping.SampleMappings.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.mapping.step.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the documentation shows works, and whatever there is the documentation shows. */
class MappingReferenceTest {

    private static final Path REFERENCE = Path.of("docs/reference/mappings.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CSV = Pattern.compile("```csv\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("(?m)^\\| `([^`]+)` \\| .* \\| `([^`]+)` → `([^`]+)` \\|$");
    private static final Pattern NAME = Pattern.compile("(?m)^mapping: (\\S+)$");

    static Stream<String> files() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path page :
                List.of(REFERENCE, Path.of("docs/how-to/map-fields.md"), Path.of("docs/how-to/add-a-system.md"))) {
            BLOCK.matcher(Files.readString(page))
                    .results()
                    .map(block -> block.group(1).stripIndent())
                    .forEach(texts::add);
        }
        return texts.stream().filter(text -> NAME.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("files")
    void showsMappingsThatWork(String text) throws IOException {
        // Given
        String name = NAME.matcher(text).results().findFirst().orElseThrow().group(1);
        List<SourceFile> files = new ArrayList<>();
        files.add(new SourceFile("mappings/" + name + ".yaml", text, Origin.COMPANY));
        files.add(new SourceFile("mappings/countries.csv", csv(), Origin.COMPANY));
        files.add(new SourceFile(
                "schemas/contact.schema.json",
                Files.readString(Path.of("routes/schemas/contact.schema.json")),
                Origin.SHIPPED));
        Mistakes mistakes = new Mistakes();
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(new ObjectMapper()
                        .readTree(Path.of("docs/schema/mapping.schema.json").toFile()));
        // When
        new MappingFiles(ZoneId.of("Asia/Shanghai")).read(files, mistakes);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(schema.validate(file(name, text).json())).isEmpty();
    }

    static Stream<MatchResult> steps() throws IOException {
        return STEP.matcher(Files.readString(REFERENCE)).results();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void showsWhatAStepDoes(MatchResult row) {
        // Given
        Mapping mapping = table("{to: v, from: v, steps: [" + row.group(1) + "]}");
        JsonNode source = JsonNodeFactory.instance
                .objectNode()
                .set("v", file("in", row.group(2)).json());
        // When
        MappingResult result = mapping.apply(source, NO_CONTEXT);
        // Then
        assertThat(result.violations()).isEmpty();
        assertThat(result.result().path("v"))
                .hasToString(file("out", row.group(3)).json().toString());
    }

    @Test
    void showsEveryStep() throws IOException {
        // Given
        Pattern word = Pattern.compile("[a-z][a-z-]*");
        // When
        TreeSet<String> shown = new TreeSet<>();
        steps().forEach(row -> shown.add(
                word.matcher(row.group(1)).results().findFirst().orElseThrow().group()));
        // Then
        assertThat(shown).isEqualTo(Steps.names());
    }

    private static String csv() throws IOException {
        return CSV.matcher(Files.readString(REFERENCE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
