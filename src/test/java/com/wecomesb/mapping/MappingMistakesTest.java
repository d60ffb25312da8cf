package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.mistakes;
import static com.wecomesb.mapping.SampleMappings.mistakesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingMistakesTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                argumentSet("no map", "trim", "3:5", "一行写成"),
                argumentSet("unknown key", "{to: a, form: b, from: c}", "3:13", "这一行里没有“form”,是不是“from”?"),
                argumentSet("no target", "{from: a}", "3:5", "缺少 to"),
                argumentSet("no source", "{to: a}", "3:5", "必须且只能有一个"),
                argumentSet("two sources", "{to: a, from: b, value: c}", "3:5", "必须且只能有一个"),
                argumentSet("empty part of a path", "{to: a..b, from: c}", "3:10", "路径写成"),
                argumentSet("open bracket", "{to: a, from: 'b[0'}", "3:19", "路径写成"),
                argumentSet("index of letters", "{to: a, from: 'b[x]'}", "3:19", "路径写成"),
                argumentSet("huge index", "{to: 'a[1000]', from: b}", "3:10", "路径写成"),
                argumentSet("dot at the end", "{to: a, from: b.}", "3:19", "路径写成"),
                argumentSet("name behind a bracket", "{to: a, from: 'b[0]c'}", "3:19", "路径写成"),
                argumentSet("target starts with a list", "{to: '[0].a', from: b}", "3:10", "从一个字段名开始"),
                argumentSet("unknown context", "{to: a, from: $customer.name}", "3:19", "没有上下文变量"),
                argumentSet("unknown step", "{to: a, from: b, steps: [tirm]}", "3:30", "没有步骤“tirm”"),
                argumentSet("else without lookup", "{to: a, from: b, else: keep}", "3:28", "只用于有 lookup"),
                argumentSet("steps for a constant", "{to: a, value: b, steps: [trim]}", "3:5", "不需要 steps"),
                argumentSet("required maybe", "{to: a, from: b, required: maybe}", "3:32", "true 或 false"),
                argumentSet("empty what", "{to: a, from: b, empty: null-it}", "3:29", "只能是 clear"),
                argumentSet("required and clear", "{to: a, from: b, required: true, empty: clear}", "3:5", "互相矛盾"),
                argumentSet("[] in the target only", "{to: 'a[].b', from: c}", "3:5", "来源也要有"),
                argumentSet("more [] in the source", "{to: 'a[].b', from: 'c[].d[].e'}", "3:5", "一样多"),
                argumentSet("several lists at once", "{to: a, from: ['b[].c', d]}", "3:19", "几个来源时路径不能有 []"),
                argumentSet("block's word outside of a block", "{to: a, from: $parent.x}", "3:19", "只能用在 each 或 group"),
                argumentSet("item as the end of a target", "{to: 'a[k=v]', from: b}", "3:10", "后面要有一个字段"),
                argumentSet("target that is the document", "{to: ., from: b}", "3:10", "路径写成"),
                argumentSet("broken expression", "{to: a, jslt: '.b +'}", "3:19", "JSLT 表达式有误"),
                argumentSet("unknown function", "{to: a, jslt: 'nope(.b)'}", "3:19", "JSLT 表达式有误"),
                argumentSet(
                        "expression that imports",
                        "{to: a, jslt: 'import \"x.jslt\" as x .b'}",
                        "3:19",
                        "cannot import"),
                argumentSet("condition of one word", "{to: a, from: b, when: vip}", "3:28", "条件写成"),
                argumentSet("unknown comparison", "{to: a, from: b, when: {c: {atleast: 3}}}", "3:33", "是不是“at-least”"),
                argumentSet("comparison with a word", "{to: a, from: b, when: {c: {above: many}}}", "3:40", "数字"),
                argumentSet("condition on all items", "{to: a, from: b, when: {'c[].d': 3}}", "3:29", "不能有 []"),
                argumentSet("exists maybe", "{to: a, from: b, when: {c: {exists: maybe}}}", "3:41", "true 或 false"),
                argumentSet("block without lines", "{to: a, each: b}", "3:5", "fields"),
                argumentSet("block into []", "{to: 'a[]', each: b, fields: [{to: c, from: d}]}", "3:5", "不带 []"),
                argumentSet("group without by", "{to: a, group: b, fields: [{to: c, from: key}]}", "3:5", "要有 by"),
                argumentSet(
                        "unknown word in a block",
                        "{to: a, each: b, by: c, fields: [{to: c, from: d}]}",
                        "3:22",
                        "没有“by”"),
                argumentSet(
                        "mistake in a block's line",
                        "{to: a, each: b, fields: [{to: c, from: d, steps: [trm]}]}",
                        "3:56",
                        "是不是“trim”"),
                argumentSet("parts with []", "{to: ['a[].b', c], from: d}", "3:5", "来源也要有"),
                argumentSet("unclosed template", "{to: a, text: '{{ b '}", "3:19", "文本模板有误"),
                argumentSet("unknown filter", "{to: a, text: '{{ b | nope }}'}", "3:19", "文本模板有误"),
                argumentSet("template that includes files", "{to: a, text: \"{% include 'x' %}\"}", "3:19", "文本模板有误"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void namesTheMistakeAndItsPlace(String line, String place, String expected) {
        assertThat(mistakes(line))
                .anySatisfy(mistake -> assertThat(mistake)
                        .startsWith("mappings/sample.yaml:" + place + ":")
                        .contains(expected));
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                argumentSet("twice", "{to: a, from: x}", "{to: a, from: y}", "出现了两次"),
                argumentSet("value, then object", "{to: a, from: x}", "{to: a.b, from: y}", "上一级已经是一个值"),
                argumentSet("object, then value", "{to: a.b, from: x}", "{to: a, from: y}", "之下已经有字段"),
                argumentSet("object and list", "{to: a.b, from: x}", "{to: 'a[0]', from: y}", "既当对象又当列表"),
                argumentSet("each and item", "{to: 'a[].b', from: 'x[].b'}", "{to: 'a[0].b', from: y}", "混用"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void findsTargetsThatContradictEachOther(String first, String second, String expected) {
        assertThat(mistakes(first, second))
                .singleElement()
                .asString()
                .contains(":4:")
                .contains(expected);
    }

    @Test
    void listsAllMistakesOfAFileAtOnce() {
        // When
        var mistakes = mistakesOf("""
                mapping: other
                owner: 张三
                fields:
                  - {to: a, from: b, steps: [tirm, {truncate: x}]}
                  - {to: a.b.}
                """);
        // Then
        assertThat(mistakes).hasSize(6);
    }

    @Test
    void wantsAnExampleToComeTrue() {
        // When
        var mistakes = mistakesOf("""
                mapping: sample
                fields:
                  - {to: a.b, from: x, steps: [upper]}
                examples:
                  - {in: {x: t}, out: {a: {b: T}}}
                  - {in: {x: t}, out: {a: {b: t}, c: 1}}
                  - {in: {x: t}}
                """);
        // Then
        assertThat(mistakes)
                .containsExactly(
                        "mappings/sample.yaml:6:23: 例子的结果不同,a.b:期望 \"t\",得到 \"T\"",
                        "mappings/sample.yaml:6:23: 例子的结果不同,c:期望 1,得到 没有",
                        "mappings/sample.yaml:7:5: 一个例子写成 {in: {…}, out: {…}},需要时加 context: {…} 和 back: {…}(反向的结果)");
    }

    @Test
    void refusesTheSameNameTwice() {
        // Given
        var file = SampleMappings.file("sample", "mapping: sample\nfields: [{to: a, from: a}]");
        var mistakes = new com.wecomesb.document.Mistakes();
        // When
        MappingSet.read(java.util.List.of(file, file), mistakes);
        // Then
        assertThat(mistakes.list()).singleElement().asString().contains("另一个文件");
    }
}
