package com.wecomesb.mapping.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileInputTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LONE_HALF = "a\ud83d";

    static Stream<String> everyStep() {
        return Stream.of(
                "trim",
                "lower",
                "upper",
                "title",
                "digits",
                "text",
                "number",
                "boolean",
                "phone",
                "{phone: {region: US, format: national}}",
                "date",
                "{date: {from: [epoch-seconds, epoch-millis, yyyyMMdd], to: 'yyyy-MM-dd'}}",
                "fen-to-yuan",
                "yuan-to-fen",
                "{lookup: {a: b}}",
                "name-split",
                "name-join",
                "mask",
                "{mask: email}",
                "hash",
                "url-encode",
                "url-decode",
                "{join: ','}",
                "{split: ','}",
                "first",
                "last",
                "list",
                "flatten",
                "unique",
                "compact",
                "{truncate: 3}",
                "{truncate: {bytes: 4, end: …}}",
                "{prefix: x}",
                "{suffix: x}",
                "{remove-prefix: x}",
                "{remove-suffix: x}",
                "{replace: {regex: '(.*退){12}款', with: ''}}");
    }

    static JsonNode[] hostile() {
        return new JsonNode[] {
            NODES.nullNode(),
            NODES.missingNode(),
            NODES.textNode(""),
            NODES.textNode(LONE_HALF),
            NODES.textNode("\udc00\ud800"),
            NODES.textNode("\u0000\u202e\u200b"),
            NODES.textNode("退".repeat(100_000)),
            NODES.textNode("1".repeat(100_000)),
            NODES.textNode("1e999999999"),
            NODES.textNode("+999999999-12-31"),
            NODES.numberNode(Double.NaN),
            NODES.numberNode(Float.POSITIVE_INFINITY),
            NODES.numberNode(Double.MIN_VALUE),
            NODES.numberNode(Long.MIN_VALUE),
            NODES.numberNode(BigInteger.TEN.pow(500)),
            DecimalNode.valueOf(new BigDecimal("1E+2147483647")),
            DecimalNode.valueOf(new BigDecimal("1E-2147483647")),
            NODES.booleanNode(true),
            NODES.binaryNode(new byte[] {1}),
            NODES.pojoNode(new Object()),
            NODES.objectNode(),
            NODES.objectNode().put("a", 1),
            NODES.arrayNode(),
            NODES.arrayNode().addNull().add(NODES.arrayNode().addNull()),
            NODES.arrayNode().add(NODES.objectNode())
        };
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void changesOrRefusesWhateverComes(String word) {
        // Given
        Step step = step(word);
        for (JsonNode value : hostile()) {
            Refusal refusal = new Refusal();
            // When
            JsonNode answer = assertTimeout(Duration.ofSeconds(10), () -> step.apply(value, refusal));
            // Then
            assertThat(answer).isNotNull();
            assertThat(refusal.isRaised() ? refusal.take() : "").doesNotContain(LONE_HALF);
        }
    }

    @Property(tries = 200)
    void truncatesToNoMoreThanItMayAndNeverHalvesACharacter(@ForAll("anyText") String text) {
        // Given
        JsonNode value = NODES.textNode(text);
        // When
        String characters = step("{truncate: 5}").apply(value, new Refusal()).asText();
        String bytes =
                step("{truncate: {bytes: 7}}").apply(value, new Refusal()).asText();
        // Then
        assertThat(characters.codePointCount(0, characters.length())).isLessThanOrEqualTo(5);
        assertThat(bytes.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(7);
        assertThat(text).startsWith(characters).startsWith(bytes);
        assertThat(WellFormed.is(characters) && WellFormed.is(bytes) || !WellFormed.is(text))
                .isTrue();
    }

    @Property(tries = 200)
    void joinsANameThatItSplit(@ForAll("names") String name) {
        // When
        JsonNode split = step("name-split").apply(NODES.textNode(name), new Refusal());
        // Then
        assertThat(step("name-join").apply(split, new Refusal()).asText()).isEqualTo(name);
    }

    @Provide
    Arbitrary<String> anyText() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(12);
        Arbitrary<String> ours = Arbitraries.of("王", "😀", "𠮷", "e\u0301", "\ud83d", "a")
                .list()
                .ofMaxSize(8)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(any, ours);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> chinese =
                Arbitraries.strings().withChars("王司马欧阳光娜诸葛亮").ofMinLength(1).ofMaxLength(4);
        Arbitrary<String> western = Arbitraries.of("Vincent", "van", "de", "la", "Gogh", "O'Neil")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(list -> String.join(" ", list));
        return Arbitraries.oneOf(chinese, western);
    }

    private static Step step(String word) {
        Mistakes mistakes = new Mistakes();
        Step step = Steps.read(
                        YamlFile.read("mappings/sample.yaml", word, mistakes).orElseThrow(),
                        new StepContext(ZoneId.of("Asia/Shanghai"), Map.of(), Optional.empty()),
                        mistakes)
                .orElseThrow()
                .step();
        assertThat(mistakes.list()).isEmpty();
        return step;
    }
}
