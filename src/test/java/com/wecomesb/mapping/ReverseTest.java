package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.json;
import static com.wecomesb.mapping.SampleMappings.mistakesOf;
import static com.wecomesb.mapping.SampleMappings.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReverseTest {

    static Stream<Arguments> reversible() {
        return Stream.of(
                argumentSet("field", "{to: x.y, from: a.b}", "{a: {b: t}}"),
                argumentSet("item", "{to: phone, from: 'phones[1]'}", "{phones: [null, t]}"),
                argumentSet("item by a field", "{to: mail, from: 'e[type=work].v'}", "{e: [{type: work, v: t}]}"),
                argumentSet("each", "{to: 'l[].s.k', from: 'i[].k'}", "{i: [{k: 1}, {}, {k: 3}]}"),
                argumentSet(
                        "lists in lists",
                        "{to: 'a[].b[].c', from: 'o[].i[].n'}",
                        "{o: [{i: [{n: 1}]}, {i: [{n: 2}]}]}"),
                argumentSet(
                        "block",
                        "{to: l, each: i, fields: [{to: x.n, from: n}, {to: no, from: $index}]}",
                        "{i: [{n: 1}, {n: 2}]}"),
                argumentSet("money", "{to: yuan, from: fen, steps: [fen-to-yuan]}", "{fen: 1230}"),
                argumentSet("money the other way", "{to: fen, from: yuan, steps: [yuan-to-fen]}", "{yuan: 12.30}"),
                argumentSet("look-up", "{to: s, from: t, steps: [{lookup: {new: NEW, 1: ONE, true: YES}}]}", "{t: 1}"),
                argumentSet(
                        "seconds",
                        "{to: d, from: t, steps: [{date: {from: epoch-seconds, to: iso}}]}",
                        "{t: 1795140930}"),
                argumentSet(
                        "local time",
                        "{to: d, from: t, steps: [{date: {from: 'yyyy-MM-dd HH:mm:ss.SSS', to: epoch-millis}}]}",
                        "{t: '2026-11-20 10:15:30.007'}"),
                argumentSet(
                        "steps in the other order",
                        "{to: d, from: t, steps: [{prefix: 'A '}, url-encode, {suffix: z}]}",
                        "{t: 王}"),
                argumentSet("clear", "{to: d, from: t, empty: clear}", "{t: null}"));
    }

    @ParameterizedTest
    @MethodSource("reversible")
    void bringsADocumentBack(String line, String document) {
        // Given
        MappingSet mappings = reversed(line);
        // When
        JsonNode there = mappings.find("a-to-b")
                .orElseThrow()
                .apply(json(document), NO_CONTEXT)
                .result();
        MappingResult back = mappings.find("b-to-a").orElseThrow().apply(there, NO_CONTEXT);
        // Then
        assertThat(back.violations()).isEmpty();
        assertThat(back.result()).hasToString(json(document).toString());
    }

    static Stream<Arguments> lossy() {
        return Stream.of(
                argumentSet(
                        "trim", "{to: x, from: a, steps: [trim]}", "步骤 trim 会丢掉一些内容,不能自动反向;请写 reverse: {steps: []}"),
                argumentSet("truncate", "{to: x, from: a, steps: [{truncate: 4}]}", "步骤 truncate"),
                argumentSet("phone", "{to: x, from: a, steps: [phone]}", "步骤 phone"),
                argumentSet("hash", "{to: x, from: a, steps: [hash]}", "请写 reverse: false"),
                argumentSet("join", "{to: x, from: a, steps: [{join: 、}]}", "reverse: {steps: [{split: \"、\"}]}"),
                argumentSet("name", "{to: x, from: a, steps: [name-join]}", "reverse: {steps: [name-split]}"),
                argumentSet(
                        "look-up to the same value", "{to: x, from: a, steps: [{lookup: {b: c, d: c}}]}", "步骤 lookup"),
                argumentSet(
                        "look-up with else", "{to: x, from: a, steps: [{lookup: {b: c}}], else: keep}", "步骤 lookup"),
                argumentSet("date of many spellings", "{to: x, from: a, steps: [date]}", "步骤 date"),
                argumentSet(
                        "date that loses the time",
                        "{to: x, from: a, steps: [{date: {from: epoch-millis, to: yyyy-MM-dd}}]}",
                        "reverse: {steps: [{date: {from: \"yyyy-MM-dd\", to: \"epoch-millis\"}}]}"),
                argumentSet(
                        "date of loose digits",
                        "{to: x, from: a, steps: [{date: {from: yyyy-M-d HH:mm:ss.SSS}}]}",
                        "步骤 date"),
                argumentSet("default", "{to: x, from: a, default: d}", "有 default 的一行"),
                argumentSet("condition", "{to: x, from: a, when: {b: c}}", "有条件"),
                argumentSet("text", "{to: x, text: '{{ a }}'}", "text"),
                argumentSet("expression", "{to: x, jslt: .a}", "jslt"),
                argumentSet("several sources", "{to: x, from: [a, b]}", "几个来源"),
                argumentSet("list of several", "{to: x, all: [a, b]}", "all"),
                argumentSet("flattened", "{to: x, from: 'a[].b'}", "合成一层"),
                argumentSet("items without their places", "{to: 'x[]', from: 'a[].b'}", "对不上来源的第几项"),
                argumentSet("group", "{to: x, group: a, by: b, fields: [{to: k, from: key}]}", "group"),
                argumentSet(
                        "block of some items", "{to: x, each: a, where: {b: c}, fields: [{to: k, from: k}]}", "where"),
                argumentSet("whole document", "{to: x, from: .}", "从一个字段名开始"),
                argumentSet("reverse of one word", "{to: x, from: a, reverse: yes}", "reverse 写成 false 或"),
                argumentSet("unknown word in reverse", "{to: x, from: a, reverse: {step: []}}", "是不是“steps”"),
                argumentSet(
                        "reverse of a text to nowhere", "{to: x, text: a, reverse: {steps: []}}", "reverse 里要写 to"));
    }

    @ParameterizedTest
    @MethodSource("lossy")
    void refusesAtLoadWhatCannotBeTurnedRound(String line, String expected) {
        assertThat(mistakesOf("mapping: sample\nreverse: b-to-a\nfields:\n  - " + line))
                .anySatisfy(mistake -> assertThat(mistake)
                        .startsWith("mappings/sample.yaml:4:")
                        .contains(expected));
    }

    static Stream<Arguments> said() {
        return Stream.of(
                argumentSet("no steps", "{to: x, from: a, steps: [trim], reverse: {steps: []}}", "{x: t}", "{a: t}"),
                argumentSet(
                        "other steps",
                        "{to: x, from: a, steps: [{join: ','}], reverse: {steps: [{split: ','}]}}",
                        "{x: 'b,c'}",
                        "{a: [b, c]}"),
                argumentSet("as it comes", "{to: x, from: a, default: d, reverse: {}}", "{x: d}", "{a: d}"),
                argumentSet("other place", "{to: x, from: [a, b], reverse: {to: b}}", "{x: t}", "{b: t}"),
                argumentSet(
                        "parts",
                        "{to: [l, f], from: n, steps: [name-split], reverse: {steps: [name-join]}}",
                        "{l: 王, f: 芳}",
                        "{n: 王芳}"),
                argumentSet(
                        "parts joined",
                        "{to: n, all: [l, f], steps: [name-join], reverse: {steps: [name-split]}}",
                        "{n: 王芳}",
                        "{l: 王, f: 芳}"),
                argumentSet(
                        "text", "{to: x, from: a, steps: [upper], reverse: {text: '<{{ x }}>'}}", "{x: T}", "{a: <T>}"),
                argumentSet(
                        "expression", "{to: x, jslt: '.a + 1', reverse: {to: a, jslt: '.x - 1'}}", "{x: 3}", "{a: 2}"),
                argumentSet(
                        "look-up with else",
                        "{to: x, from: a, steps: [{lookup: {b: c}}], else: z, reverse: {steps: [{lookup: {c: b}}], else: q}}",
                        "{x: z}",
                        "{a: q}"),
                argumentSet("none", "{to: x, from: a, steps: [hash], reverse: false}", "{x: t}", "{}"),
                argumentSet("constant", "{to: x, value: lead}", "{x: lead}", "{}"),
                argumentSet("context", "{to: x, from: $conversation.id}", "{x: c1}", "{}"));
    }

    @ParameterizedTest
    @MethodSource("said")
    void goesTheWayBackThatALineSays(String line, String from, String expected) {
        // Given
        Mapping back = reversed(line).find("b-to-a").orElseThrow();
        // When
        MappingResult result = back.apply(json(from), NO_CONTEXT);
        // Then
        assertThat(result.violations()).isEmpty();
        assertThat(result.result()).isEqualTo(json(expected));
    }

    @Test
    void refusesASourceThatTwoLinesRead() {
        // When
        var mistakes = mistakesOf("mapping: sample\nreverse: back\nfields: [{to: x, from: a}, {to: y, from: a}]");
        // Then
        assertThat(mistakes).singleElement().asString().contains("反向:目标 a 出现了两次,请给其中一行写 reverse: false");
    }

    @Test
    void needsANameForTheWayBack() {
        // When
        var mistakes = mistakesOf("mapping: sample\nreverse: true\nfields: [{to: x, from: a}]");
        // Then
        assertThat(mistakes).singleElement().asString().contains("请写反向映射的名字");
    }

    @Test
    void wantsTheWayBackOfAnExampleToComeTrue() {
        // When
        var mistakes = mistakesOf("""
                mapping: sample
                reverse: back
                fields: [{to: x, from: a, steps: [upper], reverse: {steps: [lower]}}]
                examples:
                  - {in: {a: Bc}, out: {x: BC}, back: {a: bc}}
                  - {in: {a: Bc}, out: {x: BC}, back: {a: Bc}}
                """);
        // Then
        assertThat(mistakes).containsExactly("mappings/sample.yaml:6:39: 例子的结果不同,a:期望 \"Bc\",得到 \"bc\"");
    }

    private static MappingSet reversed(String line) {
        return set("a-to-b", "mapping: a-to-b\nreverse: true\nfields:\n  - " + line);
    }
}
