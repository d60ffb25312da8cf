package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.json;
import static com.wecomesb.mapping.SampleMappings.mapping;
import static com.wecomesb.mapping.SampleMappings.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                argumentSet("field", "{to: b, from: a}", "{a: 1}", "{b: 1}"),
                argumentSet("nested on both sides", "{to: x.y.z, from: a.b}", "{a: {b: t}}", "{x: {y: {z: t}}}"),
                argumentSet("Chinese names", "{to: 客户.姓名, from: name}", "{name: 王芳}", "{客户: {姓名: 王芳}}"),
                argumentSet("item", "{to: phone, from: 'phones[1]'}", "{phones: [a, b]}", "{phone: b}"),
                argumentSet("into an item", "{to: 'p[1].v', from: a}", "{a: 1}", "{p: [null, {v: 1}]}"),
                argumentSet(
                        "each to each",
                        "{to: 'l[].sku', from: 'i[].id'}",
                        "{i: [{id: 1}, {id: 2}]}",
                        "{l: [{sku: 1}, {sku: 2}]}"),
                argumentSet(
                        "each with a gap",
                        "{to: 'l[].sku', from: 'i[].id'}",
                        "{i: [{}, {id: 2}]}",
                        "{l: [{}, {sku: 2}]}"),
                argumentSet(
                        "each of scalars",
                        "{to: 'tags[].name', from: 'tags[]'}",
                        "{tags: [a, b]}",
                        "{tags: [{name: a}, {name: b}]}"),
                argumentSet(
                        "each to scalars",
                        "{to: 'tags[]', from: 'tags[].name'}",
                        "{tags: [{name: a}, {}]}",
                        "{tags: [a]}"),
                argumentSet(
                        "lists in lists",
                        "{to: 'a[].b[].c', from: 'o[].i[].n'}",
                        "{o: [{i: [{n: 1}]}, {i: []}]}",
                        "{a: [{b: [{c: 1}]}, {}]}"),
                argumentSet(
                        "all items to one list",
                        "{to: names, from: 'o[].i[].n'}",
                        "{o: [{i: [{n: 1}, {n: 2}]}, {i: [{n: 3}]}]}",
                        "{names: [1, 2, 3]}"),
                argumentSet(
                        "all items to one text",
                        "{to: names, from: 'i[].n', steps: [{join: 、}]}",
                        "{i: [{n: a}, {n: b}]}",
                        "{names: a、b}"),
                argumentSet("a list of the root", "{to: 'l[].v', from: '[].v'}", "[{v: 1}]", "{l: [{v: 1}]}"),
                argumentSet(
                        "text to list",
                        "{to: tags, from: tags, steps: [{split: ','}]}",
                        "{tags: 'a,b'}",
                        "{tags: [a, b]}"),
                argumentSet("object as it is", "{to: b, from: a}", "{a: {c: [1]}}", "{b: {c: [1]}}"),
                argumentSet(
                        "false and 0 are values",
                        "{to: b, from: 'a[]', default: 1}",
                        "{a: [false, 0]}",
                        "{b: [false, 0]}"),
                argumentSet("absent leaves alone", "{to: b, from: a}", "{}", "{}"),
                argumentSet("null leaves alone", "{to: b, from: a}", "{a: null}", "{}"),
                argumentSet("empty clears", "{to: b, from: a, empty: clear}", "{a: ''}", "{b: null}"),
                argumentSet("default for missing", "{to: b, from: a, default: d}", "{}", "{b: d}"),
                argumentSet("default for empty", "{to: b, from: a, default: d}", "{a: ''}", "{b: d}"),
                argumentSet(
                        "default for blank after trim",
                        "{to: b, from: a, steps: [trim], default: d}",
                        "{a: '  '}",
                        "{b: d}"),
                argumentSet("default instead of clear", "{to: b, from: a, default: d, empty: clear}", "{}", "{b: d}"),
                argumentSet(
                        "default for each",
                        "{to: 'l[].n', from: 'i[].n', default: 1}",
                        "{i: [{}, {n: 2}]}",
                        "{l: [{n: 1}, {n: 2}]}"),
                argumentSet(
                        "unknown value kept",
                        "{to: b, from: a, steps: [{lookup: {x: X}}], else: keep}",
                        "{a: y}",
                        "{b: y}"),
                argumentSet(
                        "unknown value replaced",
                        "{to: b, from: a, steps: [{lookup: {x: X}}], else: OTHER}",
                        "{a: y}",
                        "{b: OTHER}"),
                argumentSet(
                        "lookup default for missing",
                        "{to: b, from: a, steps: [{lookup: {x: X}}], default: D}",
                        "{}",
                        "{b: D}"),
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
    @MethodSource("lines")
    void mapsOneLine(String line, String source, String expected) {
        // Given
        Mapping mapping = table(line);
        // When
        MappingResult result = mapping.apply(json(source), NO_CONTEXT);
        // Then
        assertThat(result.violations()).isEmpty();
        assertThat(result.result()).isEqualTo(json(expected));
    }

    @Test
    void meetsInTheSameItemOfAList() {
        // Given
        Mapping mapping = table(
                "{to: 'lines[].sku', from: 'items[].sku'}",
                "{to: 'lines[].price.amount', from: 'items[].fen', steps: [fen-to-yuan]}");
        // When
        MappingResult result = mapping.apply(json("{items: [{sku: A}, {sku: B, fen: 1230}]}"), NO_CONTEXT);
        // Then
        assertThat(result.result())
                .hasToString("{\"lines\":[{\"sku\":\"A\"},{\"sku\":\"B\",\"price\":{\"amount\":12.30}}]}");
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

    static Stream<Arguments> violations() {
        return Stream.of(
                argumentSet(
                        "required",
                        "{to: b, from: a, required: true}",
                        "{a: ''}",
                        new Violation("sample", "b", "a", null, "空", "必填")),
                argumentSet(
                        "step",
                        "{to: b, from: a, steps: [trim, phone]}",
                        "{a: 我的秘密}",
                        new Violation("sample", "b", "a", "phone", "文本", "不是电话号码")),
                argumentSet(
                        "lookup",
                        "{to: b, from: a, steps: [{lookup: {x: X}}], default: D}",
                        "{a: 7}",
                        new Violation("sample", "b", "a", "lookup", "整数", "值不在对照表里")),
                argumentSet(
                        "item",
                        "{to: 'l[].p', from: 'i[].p', steps: [yuan-to-fen]}",
                        "{i: [{p: x}]}",
                        new Violation("sample", "l[].p", "i[].p", "yuan-to-fen", "文本", "金额(元)要是数字,最多两位小数")),
                argumentSet(
                        "no list",
                        "{to: 'l[].p', from: 'i[].p'}",
                        "{i: x}",
                        new Violation("sample", "l[].p", "i[].p", null, "文本", "应为列表")));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void saysWhatIsWrongButNotTheValue(String line, String source, Violation expected) {
        // Given
        Mapping mapping = table(line);
        // When
        MappingResult result = mapping.apply(json(source), NO_CONTEXT);
        // Then
        assertThat(result.violations()).containsExactly(expected);
        assertThat(new MappingViolated(result.violations())).hasMessageNotContaining("我的秘密");
    }

    @Test
    void findsAllViolationsOfADocument() {
        // Given
        Mapping mapping =
                table("{to: a, from: a, required: true}", "{to: b, from: b, steps: [phone]}", "{to: c, from: c}");
        // When
        MappingResult result = mapping.apply(json("{b: x, c: 1}"), NO_CONTEXT);
        // Then
        assertThat(result.violations()).extracting(Violation::target).containsExactly("a", "b");
        assertThat(result.result()).isEqualTo(json("{c: 1}"));
    }

    @Test
    void tracesEachFieldStepByStep() {
        // Given
        Mapping mapping = table(
                "{to: phone, from: phone, steps: [trim, phone]}",
                "{to: bad, from: bad, steps: [trim, phone]}",
                "{to: stage, from: stage, default: NEW}");
        // When
        MappingTrace trace = mapping.trace(json("{phone: ' 13800138000', bad: ' x'}"), NO_CONTEXT);
        // Then
        assertThat(trace.result()).isEqualTo(json("{phone: '+8613800138000', stage: NEW}"));
        assertThat(trace.trace())
                .extracting(
                        MappingTrace.Field::to,
                        field -> outputs(field),
                        field -> Objects.toString(field.output()),
                        MappingTrace.Field::note)
                .containsExactly(
                        tuple(
                                "phone",
                                List.of("trim=\"13800138000\"", "phone=\"+8613800138000\""),
                                "\"+8613800138000\"",
                                null),
                        tuple("bad", List.of("trim=\"x\"", "phone=null"), "null", "步骤 phone:不是电话号码"),
                        tuple("stage", List.of(), "\"NEW\"", "来源为空,取默认值"));
        assertThat(trace.violations()).hasSize(1);
    }

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

    private static List<String> outputs(MappingTrace.Field field) {
        return field.steps().stream()
                .map(step -> step.step() + "=" + step.output())
                .toList();
    }
}
