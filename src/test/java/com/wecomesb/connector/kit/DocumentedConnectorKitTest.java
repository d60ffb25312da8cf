package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Who copies every file out of the how-to has a connector that passes the kit. */
class DocumentedConnectorKitTest {

    private static final Path PAGE = Path.of("docs/how-to/add-a-connector.md");
    private static final Pattern FILE =
            Pattern.compile("(?ms)^```(?:yaml)?\\n(# ((?:routes|src/test/resources)/\\S+)\\n.*?)^```$");

    @TempDir
    private static Path folder;

    private static KitBus bus;
    private static ReplayServer trap;
    private static KitFile kit;

    @BeforeAll
    static void copyTheFiles() throws IOException {
        List<MatchResult> files = FILE.matcher(Files.readString(PAGE)).results().toList();
        for (MatchResult file : files) {
            Path path = folder.resolve(file.group(2));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(1));
        }
        Path resources = folder.resolve("src/test/resources");
        bus = new KitBus(folder.resolve("routes"));
        trap = new ReplayServer();
        kit = KitFile.read(resources.resolve("connectors/desk.yaml"), resources);
    }

    @AfterAll
    static void stop() {
        bus.close();
        trap.close();
    }

    @TestFactory
    Stream<DynamicTest> theConnectorOfTheHowToKeepsTheRules() {
        return KitCases.of(bus, kit, trap).stream()
                .map(trial -> DynamicTest.dynamicTest(trial.rule().word() + ": " + trial.name(), trial.trial()));
    }

    @Test
    void everyRuleIsTriedOrItIsSaidWhyNot() {
        assertThat(KitCases.untold(kit, KitCases.of(bus, kit, trap))).isEmpty();
    }

    @Test
    void aConnectorThatBreaksARuleIsToldInWords() throws IOException {
        // Given
        Path resources = folder.resolve("src/test/resources");
        Path file = resources.resolve("connectors/broken.yaml");
        String text = Files.readString(resources.resolve("connectors/desk.yaml"));
        Files.writeString(file, text.replaceFirst("(?m)^ *unique:.*$", ""));
        // When
        KitCase broken = KitCases.of(bus, KitFile.read(file, resources), trap).stream()
                .filter(trial -> trial.rule() == KitRule.FILTER)
                .filter(trial -> trial.name().startsWith("ticket-find"))
                .findFirst()
                .orElseThrow();
        // Then
        assertThatThrownBy(() -> broken.trial().execute())
                .hasMessageContaining("broken, rule filter (a hit really has what was asked for), ticket-find")
                .hasMessageContaining("unique: why")
                .hasMessageContaining("1. GET /tickets/7");
    }
}
