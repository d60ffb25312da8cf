package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.document.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentFilesTest {

    private static final ShippedFiles SHIPPED = ShippedFiles.of(Map.of(
            "flows/decide.camel.yaml", "shipped flow",
            "accounts.yaml", "# $schema=../docs/schema/accounts.schema.json",
            "rules/example.yaml", "# $schema=../../docs/schema/rules.schema.json\nexample"));

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.yaml",
                "rules/../../outside.yaml",
                "rules/..%2f..%2foutside.yaml",
                "/etc/passwd",
                "rules/.hidden.yaml",
                "rules/sub/x.yaml",
                "rules/x.sh",
                "flows/own.camel.yaml",
                "errors.camel.yaml",
                "connectors/x.kamelet.yaml",
                "rules/x.yaml\u0000.txt",
                "rules\\..\\..\\x.yaml",
                ""
            })
    void refusesPathsThatAreNotContent(String path) {
        // Given
        ContentFiles files = files(temporary.resolve("routes"));
        // When
        assertThatThrownBy(() -> files.write(path, "text"))
                // Then
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(files.read(path)).isEmpty();
        assertThat(temporary.resolve("outside.yaml")).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsALinkToTheOutside() throws IOException {
        // Given
        Path routes = Files.createDirectories(temporary.resolve("routes"));
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.createSymbolicLink(routes.resolve("rules"), outside);
        // When
        assertThatThrownBy(() -> files(routes).write("rules/x.yaml", "text"))
                // Then
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void putsAFileInForceAndLeavesNothingElse() throws IOException {
        // Given
        Path routes = Files.createDirectories(temporary.resolve("routes/rules")).getParent();
        ContentFiles files = files(routes);
        // When
        ConfigurationReport report = files.write("rules/退货.yaml", "good");
        // Then
        assertThat(report.mistakes()).isEmpty();
        assertThat(files.read("rules/退货.yaml").orElseThrow().text()).isEqualTo("good");
        assertThat(routes.resolve("rules")).isDirectoryContaining("glob:**/退货.yaml");
        assertThat(routes.resolve("rules").toFile().list()).hasSize(1);
    }

    @Test
    void reportsTheMistakesOfWhatItHasWrittenAndKeepsWhatIsInForce() throws IOException {
        // Given
        Path routes = Files.createDirectories(temporary.resolve("routes/rules")).getParent();
        ContentFiles files = files(routes);
        String inForce = files.write("rules/a.yaml", "good").inForce();
        // When
        ConfigurationReport report = files.write("rules/a.yaml", "wrong");
        // Then
        assertThat(report.mistakes()).extracting(Mistake::toString).containsExactly("rules/a.yaml:1:1: 不对");
        assertThat(report.inForce()).isEqualTo(inForce);
        assertThat(routes.resolve("rules/a.yaml")).hasContent("wrong");
    }

    @Test
    void writesTheExamplesOutBeforeTheFirstEdit() throws IOException {
        // Given
        Path routes = temporary.resolve("routes");
        // When
        files(routes).write("rules/own.yaml", "own");
        // Then
        assertThat(routes.resolve("rules/own.yaml")).hasContent("own");
        assertThat(routes.resolve("rules/example.yaml")).hasContent("# $schema=../.schema/rules.schema.json\nexample");
        assertThat(routes.resolve("accounts.yaml")).hasContent("# $schema=.schema/accounts.schema.json");
        assertThat(routes.resolve(".schema/accounts.schema.json")).exists();
        assertThat(routes.resolve("flows")).doesNotExist();
    }

    private static ContentFiles files(Path routes) {
        RoutesFolder folder = new RoutesFolder(routes, SHIPPED);
        SnapshotBuilder builder =
                new SnapshotBuilder(List.of(new Notes.Owner()), List.of(), List.of(), Clock.systemUTC());
        return new ContentFiles(folder, RunningConfiguration.start(folder, builder));
    }
}
