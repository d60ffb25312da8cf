package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private static final String ONLY = System.getProperty("kit", "");

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
        assertThat(asked()).as("kit files that -Dkit=" + ONLY + " names").isNotEmpty();
        return asked().stream().map(kit -> connector(kit, KitCases.of(bus, kit, trap)));
    }

    private static DynamicNode connector(KitFile kit, List<KitCase> cases) {
        return DynamicContainer.dynamicContainer(
                kit.name(), Arrays.stream(KitRule.values()).map(rule -> rule(rule, cases)));
    }

    private static DynamicNode rule(KitRule rule, List<KitCase> cases) {
        return DynamicContainer.dynamicContainer(
                rule.meaning(),
                cases.stream()
                        .filter(trial -> trial.rule() == rule)
                        .map(trial -> DynamicTest.dynamicTest(trial.name(), trial.trial())));
    }

    private static List<KitFile> asked() {
        return KitFile.all().stream()
                .filter(kit -> ONLY.isEmpty() || kit.name().matches(ONLY))
                .toList();
    }

    @Test
    void everyRuleIsTriedOrItIsSaidWhyNot() {
        // When
        List<String> silent = asked().stream()
                .flatMap(kit -> KitCases.untold(kit, KitCases.of(bus, kit, trap)).stream())
                .toList();
        // Then
        assertThat(silent)
                .as("rules that no call tries; where a rule is not for the system, the kit file says why under not:")
                .isEmpty();
    }

    @Test
    void everyConnectorThatTakesWebhooksHasSomeTried() {
        assertThat(asked())
                .filteredOn(kit -> bus.webhooks(kit).isPresent())
                .allSatisfy(kit -> assertThat(kit.hints())
                        .as(kit.name() + " takes webhooks: the kit file needs hints:")
                        .isNotEmpty());
    }
}
