package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that reads {@code attachments} is taken for a connector that takes files: its Kamelet must send them. */
class FilesAreCarriedTest {

    private static final Path ROUTES = Path.of("routes");

    @ParameterizedTest
    @CsvSource({"ticket-to-, ticket-create", "comment-to-, ticket-comment"})
    void whereTheMappingReadsFilesTheKameletCarriesThem(String mappings, String verb) throws IOException {
        // Given
        try (var files = Files.newDirectoryStream(ROUTES.resolve("mappings"), mappings + "*.yaml")) {
            for (Path file : files) {
                // When
                String name =
                        file.getFileName().toString().replace(mappings, "").replace(".yaml", "");
                Path kamelet = ROUTES.resolve("connectors/" + name + "-" + verb + "-action.kamelet.yaml");
                // Then
                assertThat(Files.readString(kamelet).contains("carries:"))
                        .as(kamelet.toString())
                        .isEqualTo(Files.readString(file).contains("{to: attachments"));
            }
        }
    }
}
