package com.wecomesb.mapping.step;

import static com.wecomesb.mapping.step.SampleSteps.step;
import static com.wecomesb.mapping.step.SampleSteps.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that a step refuses, without a word of them in its reason. */
class StepRefusalsTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("trim: object", "trim", "{a: 1}"),
                argumentSet("phone: words", "phone", "没有电话"),
                argumentSet("phone: too short", "phone", "'12'"),
                argumentSet("phone: object", "phone", "{a: 1}"),
                argumentSet("date: other format", "{date: {from: yyyy-MM-dd}}", "20.11.2026"),
                argumentSet("date: no such day", "date", "2026-02-30"),
                argumentSet("date: no such day by pattern", "{date: {from: yyyy/MM/dd}}", "2026/02/30"),
                argumentSet("date: number overflows", "{date: {from: epoch-seconds}}", "9223372036854775807"),
                argumentSet("fen-to-yuan: decimals", "fen-to-yuan", "12.5"),
                argumentSet("fen-to-yuan: text", "fen-to-yuan", "十元"),
                argumentSet("yuan-to-fen: three decimals", "yuan-to-fen", "'1.001'"),
                argumentSet("yuan-to-fen: currency sign", "yuan-to-fen", "¥1"),
                argumentSet("lookup: unknown", "{lookup: {new: NEW}}", "old"),
                argumentSet("number: words", "number", "十二"),
                argumentSet("number: exponent", "number", "'1e9'"),
                argumentSet("boolean: other word", "boolean", "maybe"),
                argumentSet("phone: too long", "phone", "'138001380001380013800'"),
                argumentSet("date: hour 25", "date", "'2026-11-20 25:00'"),
                argumentSet("fen-to-yuan: huge exponent", "fen-to-yuan", "1000000000000000000"),
                argumentSet("hash: object", "hash", "{a: 1}"),
                argumentSet("url-decode: broken", "url-decode", "'%E7%8'"),
                argumentSet("name-split: list", "name-split", "[王, 芳]"),
                argumentSet("name-join: objects", "name-join", "[{a: 1}, 芳]"),
                argumentSet("join: objects", "{join: 、}", "[{a: 1}]"),
                argumentSet("split: list", "{split: ','}", "[a]"),
                argumentSet("an item of a list", "phone", "['13800138000', x]"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithoutNamingTheValue(String step, String input) {
        // Given
        Step read = step(step);
        Refusal refusal = new Refusal();
        // When
        read.apply(yaml(input).json(), refusal);
        // Then
        assertThat(refusal.isRaised()).isTrue();
        assertThat(refusal.take())
                .isNotEmpty()
                .doesNotContain(yaml(input).text().isEmpty() ? "{" : yaml(input).text());
        assertThat(refusal.isRaised()).isFalse();
    }
}
