package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.assertMaps;
import static com.wecomesb.mapping.SampleMappings.json;
import static com.wecomesb.mapping.SampleMappings.mapping;
import static com.wecomesb.mapping.SampleMappings.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that a line of a mapping makes itself: constants, texts, expressions. */
class MappingTextsTest {

    static Stream<Arguments> made() {
        return Stream.of(
                argumentSet("expression", "{to: n, jslt: 'size(.items) + 1'}", "{items: [1, 2]}", "{n: 3}"),
                argumentSet(
                        "expression through steps",
                        "{to: n, jslt: .a, steps: [upper], default: D}",
                        "{a: x}",
                        "{n: X}"),
                argumentSet("expression that finds nothing", "{to: n, jslt: .a, default: D}", "{}", "{n: D}"),
                argumentSet("constant", "{to: b, value: {c: [1, '2']}}", "{}", "{b: {c: [1, '2']}}"),
                argumentSet(
                        "text of fields",
                        "{to: b, text: '来自 {{ a.b }} {{ n }}{{ gone }}'}",
                        "{a: {b: kf}, n: 2}",
                        "{b: 来自 kf 2}"),
                argumentSet("text with filter", "{to: b, text: '{{ a | upcase }}'}", "{a: kf}", "{b: KF}"),
                argumentSet(
                        "text with a list",
                        "{to: b, text: '{% for i in l %}{{ i.n }};{% endfor %}'}",
                        "{l: [{n: 1}, {n: 2}]}",
                        "{b: '1;2;'}"),
                argumentSet(
                        "text is never interpreted twice",
                        "{to: b, text: '{{ a }}'}",
                        "{a: '{{ secret }}'}",
                        "{b: '{{ secret }}'}"),
                argumentSet("text through steps", "{to: b, text: ' {{ a }} ', steps: [trim]}", "{a: x}", "{b: x}"));
    }

    @ParameterizedTest
    @MethodSource("made")
    void mapsOneLine(String line, String source, String expected) {
        assertMaps(line, source, expected);
    }

    @Test
    void readsTheContext() {
        // Given
        Mapping mapping = table(
                "{to: conversation, from: $conversation.id}",
                "{to: note, text: '{{ channel }} {{ conversation.id }}'}",
                "{to: long, text: '{{ channel | upcase }}'}");
        // When
        MappingResult result = mapping.apply(json("{}"), json("{conversation: {id: c1}, channel: kf}"));
        // Then
        assertThat(result.result()).isEqualTo(json("{conversation: c1, note: kf c1, long: KF}"));
    }

    @Test
    void givesAnExpressionTheContext() {
        // Given
        Mapping mapping = table("{to: b, jslt: '$staff.name + \"/\" + $channel + string($corp)'}");
        // When
        MappingResult result = mapping.apply(json("{}"), json("{staff: {name: 李雷}, channel: kf}"));
        // Then
        assertThat(result.result()).isEqualTo(json("{b: 李雷/kfnull}"));
    }
}
