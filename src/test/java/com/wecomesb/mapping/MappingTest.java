package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.json;
import static com.wecomesb.mapping.SampleMappings.mapping;
import static com.wecomesb.mapping.SampleMappings.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A mapping as a whole. */
class MappingTest {

    @Test
    void mapsAContactForHubSpotAsTheDesignShowsIt() throws IOException {
        // Given
        String file;
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream("/mappings/contact-to-hubspot.yaml"))) {
            file = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        // When
        Mapping mapping = mapping("contact-to-hubspot", file);
        // Then
        assertThat(mapping.apply(
                                json("{name: 𠮷野, phones: ['+86 138-0013-8000'], stage: member, channel: app}"),
                                NO_CONTEXT)
                        .result())
                .isEqualTo(
                        json(
                                "{properties: {lastname: 𠮷野, phone: '+8613800138000', hs_lead_status: CONNECTED, lifecyclestage: lead, note: 来自企业微信 app}}"));
    }

    @Test
    void leavesSourceAndTableAloneWhenTheResultIsChanged() {
        // Given
        Mapping mapping = table("{to: a, from: a}", "{to: b, value: {c: 1}}");
        JsonNode source = json("{a: {x: 1}}");
        JsonNode first = mapping.apply(source, NO_CONTEXT).result();
        // When
        first.withObject("/a").put("x", 2);
        first.withObject("/b").put("c", 2);
        // Then
        assertThat(source).isEqualTo(json("{a: {x: 1}}"));
        assertThat(mapping.apply(source, NO_CONTEXT).result()).isEqualTo(json("{a: {x: 1}, b: {c: 1}}"));
    }
}
