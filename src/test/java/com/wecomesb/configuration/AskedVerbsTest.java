package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.SystemSettings;
import com.wecomesb.connector.Systems;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

class AskedVerbsTest {

    @TempDir
    static Path folder;

    private static Snapshot snapshot;

    @BeforeAll
    static void rules() throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/own.yaml"), """
                event: wecom.message.received
                rules:
                  - id: close
                    when: {keywords: [结束]}
                    then:
                      - ticket: {do: ticket-update, with: {status: closed}}
                        failed: [{crm: {}}]
                      - ticket: {}
                """);
        snapshot = Formats.builder(new StandardEnvironment(), files -> List.of())
                .build(new RoutesFolder(folder, ShippedFiles.ofProduct()).read())
                .checked();
    }

    @Test
    void tellsWhereARuleAsksForWhatTheConnectorCannotDo() {
        // Given
        Systems systems = systems(Map.of("ticket", Map.of("connector", "sandbox")));
        // Then
        assertThat(AskedVerbs.missing(snapshot, systems))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.MISSING_VERB))
                .extracting(Finding::toString)
                .asString()
                .startsWith("rules/own.yaml:6:")
                .contains("close", "ticket-update", "sandbox");
    }

    @Test
    void looksIntoBranchesAndAtTheUsualVerb() {
        // Given
        Systems systems = systems(Map.of("crm", Map.of("connector", "redmine")));
        // Then
        assertThat(AskedVerbs.missing(snapshot, systems))
                .singleElement()
                .asString()
                .contains("contact-upsert");
    }

    @Test
    void saysNothingOfWhatIsThereOrOfSystemsThatAreNot() {
        assertThat(AskedVerbs.missing(snapshot, systems(Map.of()))).isEmpty();
        assertThat(AskedVerbs.missing(
                        snapshot,
                        systems(Map.of(
                                "ticket", Map.of("connector", "redmine"), "crm", Map.of("connector", "hubspot")))))
                .isEmpty();
    }

    private static Systems systems(Map<String, Map<String, String>> settings) {
        return Systems.read(new SystemSettings(settings), new Mistakes());
    }
}
