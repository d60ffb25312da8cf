package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.understanding.ShippedLanguage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesComponentTest {

    private final AtomicReference<RuleSet> inForce = new AtomicReference<>(rules("退货"));
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        camel.addComponent("rules", new RulesComponent(inForce::get, ShippedLanguage::read));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void putsTheVerdictIntoHeadersAndLeavesTheBody() {
        // When
        var answer = camel.createFluentProducerTemplate()
                .to("rules:all")
                .withBody("我要退货")
                .send()
                .getMessage();
        // Then
        assertThat(answer.getBody()).isEqualTo("我要退货");
        assertThat(answer.getHeader(RulesConstants.ACTING)).isEqualTo("returns");
        assertThat(answer.getHeader(RulesConstants.VERDICT, JsonNode.class).path("acting"))
                .hasToString("[\"returns\",\"beside\"]");
    }

    @Test
    void takesTheRulesOfOneFile() {
        // When
        var answer = camel.createFluentProducerTemplate()
                .to("rules:other")
                .withBody(Map.of("text", "我要退货", "contact", Map.of("tags", List.of("VIP"))))
                .send()
                .getMessage();
        // Then
        assertThat(answer.getHeader(RulesConstants.ACTING)).isEqualTo("beside");
    }

    @Test
    void understandsWhatATextMeans() {
        // Given
        inForce.set(RuleFiles.when("{similar: {to: opening-hours}}"));
        // When
        var answer = camel.createFluentProducerTemplate()
                .to("rules:all")
                .withBody("你们几点上班")
                .send()
                .getMessage();
        // Then
        assertThat(answer.getHeader(RulesConstants.ACTING)).isEqualTo("a");
    }

    @Test
    void aReloadedConfigurationIsInForceWithTheNextMessage() {
        // Given
        var template = camel.createFluentProducerTemplate().to("rules:all");
        // When
        inForce.set(rules("换货"));
        var answer = template.withBody(JsonNodeFactory.instance.textNode("我要退货"))
                .send()
                .getMessage();
        // Then
        assertThat(answer.getHeader(RulesConstants.ACTING)).isNull();
    }

    @Test
    void aFileThatDoesNotExistRefusesTheRoute() {
        assertThatThrownBy(() -> camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to("rules:nowhere");
                    }
                }))
                .rootCause()
                .hasMessage("There is no rule file named nowhere in routes/rules");
        assertThatThrownBy(() -> camel.getEndpoint("rules:all").createConsumer(exchange -> {}))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static RuleSet rules(String word) {
        Mistakes mistakes = new Mistakes();
        return RuleSet.read(
                List.of(
                        RuleFiles.file(
                                "returns",
                                "rules: [{id: returns, priority: 9, when: {keywords: %s}, then: [{reply: x}]}]"
                                        .formatted(word)),
                        RuleFiles.file(
                                "other",
                                "rules: [{id: beside, also: true, when: {keywords: %s}, then: [{reply: x}]}]"
                                        .formatted(word))),
                mistakes);
    }
}
