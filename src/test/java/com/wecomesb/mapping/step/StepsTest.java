package com.wecomesb.mapping.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepsTest {

    private final Mistakes mistakes = new Mistakes();

    static Stream<Arguments> changes() {
        return Stream.of(
                argumentSet("trim: spaces", "trim", "' 王芳 '", "王芳"),
                argumentSet("trim: full-width and no-break spaces", "trim", "'\u3000王芳\u00a0'", "王芳"),
                argumentSet("trim: spaces within stay", "trim", "'a  b'", "a  b"),
                argumentSet("trim: number", "trim", "42", "'42'"),
                argumentSet("truncate: characters beyond the BMP count as one", "{truncate: 2}", "𠮷😀x", "𠮷😀"),
                argumentSet("truncate: shorter", "{truncate: 9}", "abc", "abc"),
                argumentSet("truncate: to nothing", "{truncate: 0}", "abc", "''"),
                argumentSet("truncate: bytes, never half a character", "{truncate: {bytes: 7}}", "王𠮷芳", "王𠮷"),
                argumentSet("truncate: bytes exactly", "{truncate: {bytes: 6}}", "王芳", "王芳"),
                argumentSet("lower", "lower", "ÄBC-İ", "äbc-i̇"),
                argumentSet("upper", "upper", "abcß", "ABCSS"),
                argumentSet("digits", "digits", "'电话:138-0013 8000'", "'13800138000'"),
                argumentSet("digits: full-width", "digits", "１２３", "'123'"),
                argumentSet("digits: none", "digits", "abc", "''"),
                argumentSet("phone: defaults", "phone", "138 0013 8000", "'+8613800138000'"),
                argumentSet("phone: number", "phone", "13800138000", "'+8613800138000'"),
                argumentSet("phone: with country code", "phone", "'+852 2345 6789'", "'+85223456789'"),
                argumentSet("phone: region", "{phone: {region: HK}}", "2345 6789", "'+85223456789'"),
                argumentSet("phone: national", "{phone: {format: national}}", "'+8613800138000'", "138 0013 8000"),
                argumentSet("date: iso to UTC", "date", "2026-11-20T10:15:30+08:00", "'2026-11-20T02:15:30Z'"),
                argumentSet("date: without zone", "date", "'2026-11-20 10:15:30'", "'2026-11-20T02:15:30Z'"),
                argumentSet("date: day alone", "date", "2026-11-20", "'2026-11-19T16:00:00Z'"),
                argumentSet("date: pattern", "{date: {from: yyyy年M月d日, to: yyyy-MM-dd}}", "2026年1月5日", "'2026-01-05'"),
                argumentSet(
                        "date: the pattern that fits",
                        "{date: {from: [iso, yyyyMMddHHmm], to: iso}}",
                        "202611201015",
                        "'2026-11-20T02:15:00Z'"),
                argumentSet("date: to seconds", "{date: {to: epoch-seconds}}", "1970-01-01T00:00:10Z", "10"),
                argumentSet(
                        "date: from milliseconds",
                        "{date: {from: epoch-millis}}",
                        "1500",
                        "'1970-01-01T00:00:01.500Z'"),
                argumentSet(
                        "date: other zone",
                        "{date: {zone: UTC, to-zone: America/New_York, to: 'yyyy-MM-dd HH:mm'}}",
                        "'2026-07-01 12:00'",
                        "'2026-07-01 08:00'"),
                argumentSet("fen-to-yuan", "fen-to-yuan", "1230", "12.30"),
                argumentSet("fen-to-yuan: text", "fen-to-yuan", "'5'", "0.05"),
                argumentSet("fen-to-yuan: beyond a double", "fen-to-yuan", "999999999999999", "9999999999999.99"),
                argumentSet("yuan-to-fen", "yuan-to-fen", "12.30", "1230"),
                argumentSet("yuan-to-fen: text", "yuan-to-fen", "'0.1'", "10"),
                argumentSet("yuan-to-fen: negative", "yuan-to-fen", "'-0.29'", "-29"),
                argumentSet("lookup", "{lookup: {new: NEW, member: CONNECTED}}", "member", "CONNECTED"),
                argumentSet("lookup: numbers", "{lookup: {1: 男, 2: 女}}", "2", "女"),
                argumentSet("lookup: keyword stays a text key", "{lookup: {no: 否}}", "'no'", "否"),
                argumentSet("replace: literally", "{replace: {find: '.', with: '/'}}", "a.b", "a/b"),
                argumentSet(
                        "replace: regex with group", "{replace: {regex: '(\\d+)号', with: 'No.$1'}}", "12号", "No.12"),
                argumentSet("join", "{join: 、}", "[a, 1, b]", "a、1、b"),
                argumentSet("join: a single value stays", "{join: 、}", "a", "a"),
                argumentSet("split", "{split: ','}", "'a,,b,'", "[a, b]"),
                argumentSet("mask", "{mask: {start: 3, end: 4}}", "'13800138000'", "138****8000"),
                argumentSet("mask: too short is hidden whole", "{mask: {start: 3, end: 4}}", "王芳", "'**'"),
                argumentSet("mask: beyond the BMP", "{mask: {start: 1}}", "𠮷野家", "𠮷**"),
                argumentSet("prefix", "{prefix: CN-}", "7", "CN-7"),
                argumentSet("suffix", "{suffix: 元}", "7", "7元"),
                argumentSet("a list goes item by item", "upper", "[a, b]", "[A, B]"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesTheValue(String step, String input, String expected) {
        // Given
        Step read = read(step).orElseThrow().step();
        Refusal refusal = new Refusal();
        // When
        JsonNode output = read.apply(yaml(input).json(), refusal);
        // Then
        assertThat(refusal.isRaised()).isFalse();
        assertThat(output).hasToString(yaml(expected).json().toString());
    }

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
                argumentSet("join: objects", "{join: 、}", "[{a: 1}]"),
                argumentSet("split: list", "{split: ','}", "[a]"),
                argumentSet("an item of a list", "phone", "['13800138000', x]"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithoutNamingTheValue(String step, String input) {
        // Given
        Step read = read(step).orElseThrow().step();
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

    static Stream<Arguments> mistakenSteps() {
        return Stream.of(
                argumentSet("unknown", "tirm", "没有步骤“tirm”"),
                argumentSet("argument where none belongs", "{trim: 3}", "不带参数"),
                argumentSet("no length", "truncate", "需要长度"),
                argumentSet("length in words", "{truncate: many}", "整数"),
                argumentSet("unknown option", "{phone: {land: CN}}", "没有参数“land”"),
                argumentSet("no such region", "{phone: {region: China}}", "region"),
                argumentSet("no such format", "{phone: {format: short}}", "format"),
                argumentSet("no such pattern", "{date: {from: qqqqqqq}}", "日期格式"),
                argumentSet("no such zone", "{date: {zone: 北京}}", "时区"),
                argumentSet("empty table", "{lookup: {}}", "对照表"),
                argumentSet("broken expression", "{replace: {regex: '(', with: ''}}", "正则表达式"),
                argumentSet("find and regex", "{replace: {find: a, regex: b, with: c}}", "之一"),
                argumentSet("empty separator", "{split: ''}", "不能为空"),
                argumentSet("two steps in one", "{trim: , lower: }", "一个步骤"));
    }

    @ParameterizedTest
    @MethodSource("mistakenSteps")
    void namesTheMistake(String step, String expected) {
        // When
        read(step);
        // Then
        assertThat(mistakes.list())
                .anySatisfy(mistake -> assertThat(mistake.message()).contains(expected));
    }

    @Test
    void knowsEveryStepByName() {
        assertThat(Steps.names())
                .containsExactly(
                        "boolean",
                        "compact",
                        "date",
                        "digits",
                        "fen-to-yuan",
                        "first",
                        "flatten",
                        "hash",
                        "join",
                        "last",
                        "list",
                        "lookup",
                        "lower",
                        "mask",
                        "name-join",
                        "name-split",
                        "number",
                        "phone",
                        "prefix",
                        "remove-prefix",
                        "remove-suffix",
                        "replace",
                        "split",
                        "suffix",
                        "text",
                        "title",
                        "trim",
                        "truncate",
                        "unique",
                        "upper",
                        "url-decode",
                        "url-encode",
                        "yuan-to-fen");
    }

    private Optional<NamedStep> read(String step) {
        return Steps.read(
                yaml(step), new StepContext(ZoneId.of("Asia/Shanghai"), Map.of(), Optional.empty()), mistakes);
    }

    private static YamlNode yaml(String text) {
        return YamlFile.read("mappings/sample.yaml", text, new Mistakes()).orElseThrow();
    }
}
