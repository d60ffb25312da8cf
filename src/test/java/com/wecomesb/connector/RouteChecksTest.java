package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteChecksTest {

    private static final String KAMELET = "connectors/rest-order-find-action.kamelet.yaml";

    private static final String SECRET = """
                  apiToken: {title: T, description: D, type: string, format: password, x-descriptors: ["urn:camel:group:credentials"]}
            """;

    private final RouteChecks checks = new RouteChecks(context -> context.addComponent("rules", new MockComponent()));

    @Test
    void findsNothingWrongWithTheShippedKamelets() {
        assertThat(checks.check(ShippedFiles.of("connectors", KameletFile.SUFFIX)))
                .isEmpty();
    }

    @Test
    void findsNothingWrongWithAFlowThatUsesThem() {
        // Given
        Map<String, String> files = ShippedFiles.of("connectors", KameletFile.SUFFIX);
        files.put("flows/sync.camel.yaml", flow("kamelet:rest-order-find-action?system=shop"));
        files.put("flows/decide.camel.yaml", flow("rules:vip").replace("sync", "decide"));
        // When
        List<Mistake> mistakes = checks.check(files);
        // Then
        assertThat(mistakes).isEmpty();
    }

    static Stream<Arguments> brokenFlows() {
        return Stream.of(
                argumentSet("unknown component", flow("nosuch:thing"), "nosuch"),
                argumentSet("unknown Kamelet", flow("kamelet:rest-order-buy-action"), "rest-order-buy-action"),
                argumentSet("unknown option", flow("seda:a?sise=1"), "sise"),
                argumentSet("unknown step", flow("log:a").replace("- to:", "- too:"), "flows/sync.camel.yaml:6:11:"),
                argumentSet("broken expression", flow("log:a") + "        - log: \"${body\"\n", "functionEnd"),
                argumentSet("no YAML", "- route: [", "不是合法的 YAML"));
    }

    @ParameterizedTest
    @MethodSource("brokenFlows")
    void namesTheFileOfABrokenFlow(String text, String expected) {
        // Given
        Map<String, String> files = Map.of(
                "flows/sync.camel.yaml",
                text,
                "flows/good.camel.yaml",
                flow("log:a").replace("sync", "good"));
        // When
        List<Mistake> mistakes = checks.check(files);
        // Then
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo("flows/sync.camel.yaml");
            assertThat(mistake.toString()).contains(expected);
        });
    }

    static Stream<Arguments> brokenKamelets() {
        return Stream.of(
                argumentSet("other name", "name: rest-order-find-action", "name: rest-order-search-action", "文件名"),
                argumentSet("type", "kamelet.type: action", "kamelet.type: sink", "kamelet.type"),
                argumentSet(
                        "plain secret",
                        "type: string, format: password, x-desc",
                        "type: string, x-desc",
                        "format: password"),
                argumentSet(
                        "secret without descriptor",
                        ", x-descriptors: [\"urn:camel:group:credentials\"]",
                        "",
                        "x-descriptors"),
                argumentSet("undeclared", "uri: \"system:{{system}}\"", "uri: \"system:{{sistem}}\"", "{{sistem}} 没有"),
                argumentSet("unused", "{{apiToken:none}}", "", "apiToken 声明了但没有用到"),
                argumentSet("required but undeclared", "required: [system]", "required: [system, shop]", "shop 没有"),
                argumentSet("reserved", "      apiToken:", "      id:", "保留"),
                argumentSet("no title", "title: 系统, ", "", "缺少 title"),
                argumentSet("unknown option", "missing: \"404\"", "mising: \"404\"", "mising"),
                argumentSet(
                        "two things to carry",
                        "missing: \"404\"",
                        "body: $document\n                        file: $document",
                        "只能写其中一个"),
                argumentSet("broken expression", "fallback(., missing())\"\n  ", "fallback(., missing()\"\n  ", "JSLT"),
                argumentSet("broken path", "{document.id}", "{document..id}", "JSLT"),
                argumentSet("broken condition", "\"$document.id\"", "\"$document.\"", "JSLT"),
                argumentSet("no Kamelet", "kind: Kamelet", "kind: Pipe", "不是 Kamelet"));
    }

    @ParameterizedTest
    @MethodSource("brokenKamelets")
    void namesWhatAKameletBreaks(String good, String bad, String expected) {
        // Given
        String text = ShippedFiles.of("connectors", KameletFile.SUFFIX)
                .getOrDefault(KAMELET, "")
                .replace("  dependencies:", SECRET + "  dependencies:")
                .replace(
                        "      steps:\n        - choice:",
                        "      steps:\n        - log: \"{{apiToken:none}}\"\n        - choice:");
        // When
        List<Mistake> mistakes = checks.check(Map.of(KAMELET, text.replace(good, bad)));
        // Then
        assertThat(mistakes)
                .isNotEmpty()
                .allMatch(mistake -> mistake.file().equals(KAMELET))
                .anyMatch(mistake -> mistake.message().contains(expected));
    }

    @Test
    void pointsToTheLineOfABrokenExpression() {
        // Given
        String text = ShippedFiles.of("connectors", KameletFile.SUFFIX).getOrDefault(KAMELET, "");
        long line = text.substring(0, text.indexOf("answer:")).lines().count();
        // When
        List<Mistake> mistakes = checks.check(
                Map.of(KAMELET, text.replaceFirst("fallback\\(., missing\\(\\)\\)", "fallback(., nosuch())")));
        // Then
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo((int) line);
            assertThat(mistake.message()).contains("JSLT", "nosuch");
        });
    }

    @Test
    void pointsToTheLineOfASecondThingThatARequestWouldCarry() {
        // Given
        String text = ShippedFiles.of("connectors", KameletFile.SUFFIX).getOrDefault(KAMELET, "");
        long line = text.substring(0, text.indexOf("missing:")).lines().count();
        // When
        List<Mistake> mistakes = checks.check(Map.of(
                KAMELET,
                text.replace(
                        "missing: \"404\"",
                        "body: $document\n                        file: '{\"base64\": $document.photo}'")));
        // Then
        assertThat(mistakes)
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.line()).isEqualTo((int) line + 1));
    }

    private static String flow(String uri) {
        return """
                - route:
                    id: sync
                    from:
                      uri: direct:sync
                      steps:
                        - to: "URI"
                """.replace("URI", uri);
    }
}
