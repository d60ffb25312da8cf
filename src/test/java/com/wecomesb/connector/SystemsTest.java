package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SystemsTest {

    private final Mistakes mistakes = new Mistakes();

    @Test
    void infersTheKindFromTheNameAndKeepsTheConnectorsOwnSettings() {
        // When
        Systems systems = read(Map.of("crm-hk", Map.of("connector", "rest", "url", "https://crm.example.com")));
        // Then
        ConnectedSystem crm = systems.defaultOf(SystemKind.CRM).orElseThrow();
        assertThat(crm.name()).isEqualTo("crm-hk");
        assertThat(crm.properties()).containsOnlyKeys("url");
        assertThat(systems.defaultOf(SystemKind.SHOP)).isEmpty();
        assertThat(mistakes.list()).isEmpty();
    }

    static Stream<Arguments> defaults() {
        Map<String, String> rest = Map.of("connector", "rest");
        Map<String, String> marked = Map.of("connector", "rest", "default", "true");
        return Stream.of(
                argumentSet("called like its kind", Map.of("crm", rest, "crm2", rest), "crm"),
                argumentSet("marked", Map.of("crm", rest, "crm2", marked), "crm2"),
                argumentSet("by kind", Map.of("erp", Map.of("connector", "rest", "kind", "crm")), "erp"));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void choosesOneSystemOfAKind(Map<String, Map<String, String>> settings, String expected) {
        // When
        Systems systems = read(settings);
        // Then
        assertThat(systems.defaultOf(SystemKind.CRM))
                .get()
                .extracting(ConnectedSystem::name)
                .isEqualTo(expected);
        assertThat(mistakes.list()).isEmpty();
    }

    static Stream<Arguments> mistaken() {
        return Stream.of(
                argumentSet("no connector", Map.of("crm", Map.of("url", "x")), "esb.systems.crm.connector"),
                argumentSet("no kind", Map.of("erp", Map.of("connector", "rest")), "esb.systems.erp.kind"),
                argumentSet(
                        "unknown kind",
                        Map.of("crm", Map.of("connector", "rest", "kind", "erp")),
                        "esb.systems.crm.kind"),
                argumentSet(
                        "two of a kind",
                        Map.of("crm-a", Map.of("connector", "rest"), "crm-b", Map.of("connector", "rest")),
                        "esb.systems"));
    }

    @ParameterizedTest
    @MethodSource("mistaken")
    void namesTheSettingThatIsMissing(Map<String, Map<String, String>> settings, String expected) {
        // When
        read(settings);
        // Then
        assertThat(mistakes.list()).singleElement().extracting(Mistake::file).isEqualTo(expected);
    }

    @Test
    void takesASimulatorOnlyWhereNothingIsConfigured() {
        // Given
        Systems systems = read(Map.of("crm", Map.of("connector", "rest")));
        // When
        Systems more = systems.withSimulated(SystemKind.CRM, "http://localhost/crm")
                .withSimulated(SystemKind.SHOP, "http://localhost/shop");
        // Then
        assertThat(more.find("crm"))
                .get()
                .extracting(ConnectedSystem::isSimulated)
                .isEqualTo(false);
        assertThat(more.find("shop"))
                .get()
                .extracting(ConnectedSystem::isSimulated)
                .isEqualTo(true);
        assertThat(systems.find("shop")).isEmpty();
    }

    @Test
    void knowsTheKindThatAVerbSpeaksTo() {
        assertThat(SystemKind.ofVerb("ticket-comment")).contains(SystemKind.TICKET);
        assertThat(SystemKind.ofVerb("coupon-issue")).contains(SystemKind.SHOP);
        assertThat(SystemKind.ofVerb("contact-upsert")).contains(SystemKind.CRM);
        assertThat(SystemKind.ofVerb("reply")).isEmpty();
    }

    private Systems read(Map<String, Map<String, String>> settings) {
        return Systems.read(new SystemSettings(settings), mistakes);
    }
}
