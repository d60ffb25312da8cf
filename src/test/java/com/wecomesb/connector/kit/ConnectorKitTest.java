package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of a connector: every connector with a file in {@code src/test/resources/connectors} runs through it, or the
 * one that {@code -Dkit=NAME} names.
 */
class ConnectorKitTest {

    private static final Path PAGE = Path.of("docs/reference/connector-kit.md");

    private static KitBus bus;
    private static ReplayServer trap;

    @BeforeAll
    static void start() throws IOException {
        bus = new KitBus();
        trap = new ReplayServer();
    }

    @AfterAll
    static void stop() {
        bus.close();
        trap.close();
    }

    @TestFactory
    Stream<DynamicNode> everyConnectorKeepsTheRules() {
        return KitFile.all().stream()
                .filter(kit -> kit.connector().matches(System.getProperty("kit", ".*")))
                .map(kit -> connector(kit, KitCases.of(bus, kit, trap)));
    }

    private static DynamicNode connector(KitFile kit, List<KitCase> cases) {
        return DynamicContainer.dynamicContainer(
                kit.connector(), Arrays.stream(KitRule.values()).map(rule -> rule(rule, cases)));
    }

    private static DynamicNode rule(KitRule rule, List<KitCase> cases) {
        return DynamicContainer.dynamicContainer(
                rule.meaning(),
                cases.stream()
                        .filter(trial -> trial.rule() == rule)
                        .map(trial -> DynamicTest.dynamicTest(trial.name(), trial.trial())));
    }

    @Test
    void theReferenceSaysWhatIsTried() throws IOException {
        // Given
        String page = KitPage.of(KitFile.all(), kit -> KitCases.of(bus, kit, trap));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }
        // When
        String written = Files.readString(PAGE);
        // Then
        assertThat(written).isEqualTo(page);
    }

    @Test
    void everyRuleIsTriedOrItIsSaidWhyNot() {
        // When
        List<String> silent = KitFile.all().stream()
                .flatMap(kit -> KitCases.untold(kit, KitCases.of(bus, kit, trap)).stream())
                .toList();
        // Then
        assertThat(silent).isEmpty();
    }

    @Test
    void everyConnectorThatTakesWebhooksHasSomeTried() {
        assertThat(KitFile.all())
                .filteredOn(kit -> bus.webhooks(kit).isPresent())
                .allSatisfy(kit -> assertThat(kit.hints()).as(kit.connector()).isNotEmpty());
    }
}
