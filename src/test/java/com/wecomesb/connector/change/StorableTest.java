package com.wecomesb.connector.change;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StorableTest {

    @Test
    void nulIsLeftOutOfTextsWhereverTheyStand() {
        // Given
        JsonNode document = json("{'name':'王\\u0000芳','tags':['a\\u0000','b'],'owner':{'name':'\\u0000'}}");

        // When
        JsonNode storable = Storable.of(document);

        // Then
        assertThat(storable).isEqualTo(json("{'name':'王芳','tags':['a','b'],'owner':{'name':''}}"));
    }

    @Test
    void numbersBeyondAllNumbersBecomeTexts() {
        // Given
        ObjectNode document = (ObjectNode) json("{'score':1.5}");
        ArrayNode levels = document.putArray("levels");
        levels.add(Double.NaN)
                .add(Double.NEGATIVE_INFINITY)
                .add(new BigDecimal("1E+999999999"))
                .add(7);

        // When
        JsonNode storable = Storable.of(document);

        // Then
        assertThat(storable).hasToString("{\"score\":1.5,\"levels\":[\"NaN\",\"-Infinity\",\"1E+999999999\",7]}");
    }

    @Test
    void whatCanBeHeldStaysAsItIs() {
        // Given
        JsonNode document = json("{'name':'王芳𠮷','level':3,'vip':true,'owner':null,'tags':[]}");

        // When
        JsonNode storable = Storable.of(document.deepCopy());

        // Then
        assertThat(storable).isEqualTo(document);
    }
}
