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
                argumentSet(
                        "item by a field's value",
                        "{to: mail, from: 'e[type=work].v'}",
                        "{e: [{type: home, v: a}, {type: work, v: b}]}",
                        "{mail: b}"),
                argumentSet("item by a number", "{to: x, from: 'c[id=7].v'}", "{c: [{id: '7', v: a}]}", "{x: a}"),
                argumentSet(
                        "into an item with a field", "{to: 'c[id=7].v', from: a}", "{a: 1}", "{c: [{id: 7, v: 1}]}"),
                argumentSet(
                        "into an item with a text",
                        "{to: 'c[id=\"7\"].v', from: a}",
                        "{a: 1}",
                        "{c: [{id: '7', v: 1}]}"),
                argumentSet("the whole document", "{to: raw, from: .}", "{a: 1}", "{raw: {a: 1}}"),
                argumentSet(
                        "the first that has a value",
                        "{to: b, from: [mobile, phone]}",
                        "{mobile: '', phone: 1}",
                        "{b: 1}"),
                argumentSet("several as a list", "{to: b, all: [x, y, z]}", "{x: 1, z: 3}", "{b: [1, null, 3]}"),
                argumentSet(
                        "several as one text",
                        "{to: b, all: [x, y, z], steps: [{join: '-'}]}",
                        "{x: 1, z: 3}",
                        "{b: 1-3}"),
                argumentSet("several that are all empty", "{to: b, all: [x, y], default: d}", "{x: ''}", "{b: d}"),
                argumentSet(
                        "the parts of a name",
                        "{to: [last, first], from: name, steps: [name-split]}",
                        "{name: 欧阳娜娜}",
                        "{last: 欧阳, first: 娜娜}"),
                argumentSet(
                        "one part only",
                        "{to: [last, first], from: name, steps: [name-split]}",
                        "{name: 王}",
                        "{last: 王}"),
                argumentSet(
                        "parts cleared",
                        "{to: [l, f], from: name, steps: [name-split], empty: clear}",
                        "{}",
                        "{l: null, f: null}"),
                argumentSet("expression", "{to: n, jslt: 'size(.items) + 1'}", "{items: [1, 2]}", "{n: 3}"),
                argumentSet(
                        "expression through steps",
                        "{to: n, jslt: .a, steps: [upper], default: D}",
                        "{a: x}",
                        "{n: X}"),
                argumentSet("expression that finds nothing", "{to: n, jslt: .a, default: D}", "{}", "{n: D}"),
                argumentSet("when it is", "{to: b, from: a, when: {t: x}}", "{a: 1, t: x}", "{b: 1}"),
                argumentSet("when it is not", "{to: b, from: a, when: {t: x}}", "{a: 1, t: y}", "{}"),
                argumentSet("when one of", "{to: b, from: a, when: {t: [x, y]}}", "{a: 1, t: y}", "{b: 1}"),
                argumentSet("when a list has it", "{to: b, from: a, when: {t: x}}", "{a: 1, t: [y, x]}", "{b: 1}"),
                argumentSet("when missing", "{to: b, from: a, when: {t: {exists: false}}}", "{a: 1, t: ''}", "{b: 1}"),
                argumentSet("when null", "{to: b, from: a, when: {t: null}}", "{a: 1}", "{b: 1}"),
                argumentSet(
                        "when at least",
                        "{to: b, from: a, when: {n: {at-least: 10, below: 20}}}",
                        "{a: 1, n: '10.0'}",
                        "{b: 1}"),
                argumentSet(
                        "when too much",
                        "{to: b, from: a, when: {n: {at-least: 10, below: 20}}}",
                        "{a: 1, n: 20}",
                        "{}"),
                argumentSet("when no number", "{to: b, from: a, when: {n: {above: 1}}}", "{a: 1, n: many}", "{}"),
                argumentSet(
                        "when it contains", "{to: b, from: a, when: {t: {contains: 退}}}", "{a: 1, t: 要退货}", "{b: 1}"),
                argumentSet(
                        "when it starts with",
                        "{to: b, from: a, when: {t: {starts-with: 要}}}",
                        "{a: 1, t: 要退货}",
                        "{b: 1}"),
                argumentSet("when all hold", "{to: b, from: a, when: {t: x, u: y}}", "{a: 1, t: x}", "{}"),
                argumentSet(
                        "unless any holds",
                        "{to: b, from: a, unless: {t: x, u: {not: y}}}",
                        "{a: 1, t: z, u: y}",
                        "{b: 1}"),
                argumentSet("unless", "{to: b, from: a, unless: {t: x}}", "{a: 1, t: x}", "{}"),
                argumentSet(
                        "block",
                        "{to: lines, each: items, fields: [{to: sku, from: sku}, {to: n, from: $index}, {to: of, from: $source.id}, {to: by, from: $parent.id}]}",
                        "{id: o1, items: [{sku: A}, {sku: B}]}",
                        "{lines: [{sku: A, n: 0, of: o1, by: o1}, {sku: B, n: 1, of: o1, by: o1}]}"),
                argumentSet(
                        "block over scalars",
                        "{to: tags, each: tags, fields: [{to: name, from: .}]}",
                        "{tags: [a, b]}",
                        "{tags: [{name: a}, {name: b}]}"),
                argumentSet(
                        "block over some items",
                        "{to: l, each: i, where: {on: true}, fields: [{to: x, from: x}]}",
                        "{i: [{x: 1}, {x: 2, on: true}]}",
                        "{l: [{x: 2}]}"),
                argumentSet(
                        "block that makes one list of several",
                        "{to: lines, each: 'orders[].items', fields: [{to: no, from: $parent.no}, {to: sku, from: sku}]}",
                        "{orders: [{no: 1, items: [{sku: A}, {sku: B}]}, {no: 2}, {no: 3, items: [{sku: C}]}]}",
                        "{lines: [{no: 1, sku: A}, {no: 1, sku: B}, {no: 3, sku: C}]}"),
                argumentSet(
                        "block in a block",
                        "{to: a, each: o, fields: [{to: b, each: i, fields: [{to: x, from: n}, {to: up, from: $parent.k}, {to: top, from: $source.z}]}]}",
                        "{z: 9, o: [{k: 1, i: [{n: 5}]}, {k: 2}]}",
                        "{a: [{b: [{x: 5, up: 1, top: 9}]}, {}]}"),
                argumentSet(
                        "block with text and expression",
                        "{to: l, each: i, fields: [{to: t, text: '{{ index }}:{{ x }}@{{ source.id }}'}, {to: u, text: '{{ parent.id | upcase }}'}, {to: j, jslt: '.x + $index'}]}",
                        "{id: q, i: [{x: 1}, {x: 2}]}",
                        "{l: [{t: '0:1@q', u: Q, j: 1}, {t: '1:2@q', u: Q, j: 3}]}"),
                argumentSet(
                        "groups",
                        "{to: orders, group: rows, by: no, fields: [{to: id, from: key}, {to: name, from: 'items[0].name'}, {to: 'lines[].sku', from: 'items[].sku'}]}",
                        "{rows: [{no: 1, name: x, sku: A}, {no: 2, sku: B}, {no: 1, sku: C}]}",
                        "{orders: [{id: 1, name: x, lines: [{sku: A}, {sku: C}]}, {id: 2, lines: [{sku: B}]}]}"),
                argumentSet(
                        "groups by two things, of some items",
                        "{to: g, group: r, by: [a, b], where: {on: true}, fields: [{to: [a, b], from: key}, {to: n, jslt: 'size(.items)'}]}",
                        "{r: [{a: 1, on: true}, {a: 1, on: true}, {a: 2, b: 3}]}",
                        "{g: [{a: 1, n: 2}]}"),
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
        assertThat(result.result()).hasToString(json(expected).toString());
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
                        "expression that fails",
                        "{to: n, jslt: 'number(.a)'}",
                        "{a: 我的秘密}",
                        new Violation("sample", "n", null, "jslt", "对象", "表达式对这份文档求值失败")),
                argumentSet(
                        "block about no list",
                        "{to: l, each: i, fields: [{to: p, from: p}]}",
                        "{i: 我的秘密}",
                        new Violation("sample", "l", "i", null, "文本", "应为列表")),
                argumentSet(
                        "line of a block",
                        "{to: l, each: i, fields: [{to: p, from: p, steps: [phone]}]}",
                        "{i: [{p: 我的秘密}]}",
                        new Violation("sample", "l[].p", "p", "phone", "文本", "不是电话号码")),
                argumentSet(
                        "parts of no list",
                        "{to: [x, y], from: a}",
                        "{a: 我的秘密}",
                        new Violation("sample", "x + y", "a", null, "文本", "应为列表,才能分到几个目标")),
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
        assertThat(trace.unread()).isEmpty();
    }

    @Test
    void saysInTheTraceThatAConditionDoesNotHold() {
        // Given
        Mapping mapping = table("{to: b, from: a, when: {t: x}}");
        // When
        MappingTrace trace = mapping.trace(json("{a: 1}"), NO_CONTEXT);
        // Then
        assertThat(trace.trace())
                .singleElement()
                .extracting(MappingTrace.Field::note)
                .isEqualTo("条件不成立,跳过");
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
