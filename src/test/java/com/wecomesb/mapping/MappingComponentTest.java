package com.wecomesb.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MappingComponentTest {

    private final AtomicReference<MappingSet> mappings =
            new AtomicReference<>(set("{to: phone, from: tel, steps: [phone]}"));
    private final DefaultCamelContext context = new DefaultCamelContext();
    private ProducerTemplate producer;

    @BeforeEach
    void start() {
        context.addComponent("mapping", new MappingComponent(mappings::get));
        context.start();
        producer = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void mapsJsonInWhateverFormItComes() {
        // Given
        List<Object> bodies = List.of(
                SampleMappings.json("{tel: '13800138000'}"), Map.of("tel", "13800138000"), "{\"tel\":\"13800138000\"}");
        for (Object body : bodies) {
            // When
            JsonNode mapped = producer.requestBody("mapping:sample", body, JsonNode.class);
            // Then
            assertThat(mapped).isEqualTo(SampleMappings.json("{phone: '+8613800138000'}"));
        }
    }

    @Test
    void usesAReloadedMappingWithTheNextMessage() {
        // Given
        producer.requestBody("mapping:sample", "{}");
        mappings.set(set("{to: number, from: tel}"));
        // When
        JsonNode mapped = producer.requestBody("mapping:sample", "{\"tel\":\"1\"}", JsonNode.class);
        // Then
        assertThat(mapped).isEqualTo(SampleMappings.json("{number: '1'}"));
    }

    @Test
    void takesTheContextFromExchangeVariables() {
        // Given
        mappings.set(set("{to: note, from: $conversation.id}"));
        // When
        Exchange exchange = producer.request("mapping:sample", given -> {
            given.setVariable("conversation", Map.of("id", "c1"));
            given.getMessage().setBody("{}");
        });
        // Then
        assertThat(exchange.getMessage().getBody()).isEqualTo(SampleMappings.json("{note: c1}"));
    }

    @Test
    void failsWithTheViolationsAndWithoutTheValues() {
        assertThatThrownBy(() -> producer.requestBody("mapping:sample", "{\"tel\":\"王芳\"}"))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        MappingViolated.class,
                        violated -> assertThat(violated.violations()).hasSize(1))
                .hasMessageNotContaining("王芳");
    }

    @Test
    void doesNotQuoteABodyThatIsNoJson() {
        assertThatThrownBy(() -> producer.requestBody("mapping:sample", "王芳 13800138000"))
                .rootCause()
                .hasMessage("The body is not JSON");
    }

    @Test
    void refusesAnEndpointWithoutMapping() {
        assertThatThrownBy(() -> context.getEndpoint("mapping:nothing"))
                .hasMessageContaining("no mapping named nothing");
    }

    private static MappingSet set(String line) {
        return MappingSet.read(
                List.of(SampleMappings.file("sample", "mapping: sample\nfields:\n  - " + line)), new Mistakes());
    }
}
