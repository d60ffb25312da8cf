package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
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

/** What a mapping says of a document that breaks it. */
class MappingViolationsTest {

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
                        new Violation("sample", "n", null, "jslt", "对象", "表达式对这份文档求值失败:函数 number(…) 不接受给它的值")),
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
}
