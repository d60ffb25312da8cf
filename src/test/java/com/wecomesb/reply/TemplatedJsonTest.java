package com.wecomesb.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatedJsonTest {

    @Test
    void rendersEveryTextAndNothingElse() throws JsonProcessingException {
        // Given
        JsonNode parameters = json("{\"a\":[\"{{ match.order }}\",1,true,null],\"b\":{\"{{c}}\":\"退\"}}");
        // When
        JsonNode rendered = TemplatedJson.render(parameters, Map.of("match", Map.of("order", "20261120001")));
        // Then
        assertThat(rendered).hasToString("{\"a\":[\"20261120001\",1,true,null],\"b\":{\"{{c}}\":\"退\"}}");
    }

    @Test
    void tellsWhichTemplatesAreNoLiquid() throws JsonProcessingException {
        assertThat(TemplatedJson.mistakes(json("{\"a\":[\"{{ ok }}\",\"{% if %}\"],\"b\":\"{{ x\"}")))
                .hasSize(2);
        assertThat(TemplatedJson.mistakes(json("[]"))).isEmpty();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
