package com.wecomesb.mapping.step;

import static com.wecomesb.mapping.step.SampleSteps.step;
import static com.wecomesb.mapping.step.SampleSteps.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each step makes of a value. */
class StepsTest {

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
                argumentSet("title", "title", "vincent VAN o'gogh", "Vincent Van O'gogh"),
                argumentSet("truncate: characters by name", "{truncate: {characters: 2}}", "abc", "ab"),
                argumentSet("truncate: with an end that counts", "{truncate: {characters: 3, end: …}}", "王芳𠮷野", "王芳…"),
                argumentSet("truncate: no end when nothing is cut", "{truncate: {characters: 3, end: …}}", "王芳", "王芳"),
                argumentSet("truncate: bytes with an end", "{truncate: {bytes: 9, end: …}}", "王芳王芳", "王芳…"),
                argumentSet("remove-prefix", "{remove-prefix: CN-}", "CN-7", "'7'"),
                argumentSet("remove-prefix: not there", "{remove-prefix: CN-}", "7", "'7'"),
                argumentSet("remove-suffix", "{remove-suffix: 元}", "7元", "'7'"),
                argumentSet("text", "text", "12.50", "'12.50'"),
                argumentSet("text: boolean", "text", "true", "'true'"),
                argumentSet("number", "number", "' 12 '", "12"),
                argumentSet("number: decimals stay exact", "number", "'0.10'", "0.10"),
                argumentSet("number: beyond a long", "number", "'123456789012345678901'", "123456789012345678901"),
                argumentSet("boolean", "boolean", "是", "true"),
                argumentSet("boolean: number", "boolean", "0", "false"),
                argumentSet("phone: Hong Kong by its code", "phone", "'00852 2345 6789'", "'+85223456789'"),
                argumentSet("phone: United States", "{phone: {region: US}}", "(650) 253-0000", "'+16502530000'"),
                argumentSet("phone: full-width digits", "phone", "１３８００１３８０００", "'+8613800138000'"),
                argumentSet("phone: landline", "phone", "010-8888 6666", "'+861088886666'"),
                argumentSet(
                        "date: iso in another zone",
                        "{date: {to-zone: Asia/Shanghai}}",
                        "2026-11-20T02:15:30Z",
                        "'2026-11-20T10:15:30+08:00'"),
                argumentSet(
                        "date: a time that the clock skips is that much later",
                        "{date: {zone: America/New_York}}",
                        "'2026-03-08 02:30'",
                        "'2026-03-08T07:30:00Z'"),
                argumentSet(
                        "date: a time that the clock shows twice is the first",
                        "{date: {zone: America/New_York}}",
                        "'2026-11-01 01:30'",
                        "'2026-11-01T05:30:00Z'"),
                argumentSet(
                        "date: midnight that summer time skips",
                        "{date: {zone: America/Sao_Paulo}}",
                        "2018-11-04",
                        "'2018-11-04T03:00:00Z'"),
                argumentSet("date: before 1970", "{date: {to: epoch-seconds}}", "1969-12-31T23:59:59.500Z", "-1"),
                argumentSet("date: leap day", "{date: {from: yyyyMMdd, to: 'M/d'}}", "20240229", "2/29"),
                argumentSet("name-split: 王芳", "name-split", "王芳", "[王, 芳]"),
                argumentSet("name-split: 欧阳娜娜", "name-split", "欧阳娜娜", "[欧阳, 娜娜]"),
                argumentSet("name-split: 司马光", "name-split", "司马光", "[司马, 光]"),
                argumentSet("name-split: 司馬光", "name-split", "司馬光", "[司馬, 光]"),
                argumentSet("name-split: a blank decides", "name-split", "欧 阳娜", "[欧, 阳娜]"),
                argumentSet("name-split: beyond the BMP", "name-split", "𠮷野", "[𠮷, 野]"),
                argumentSet("name-split: one character", "name-split", "王", "[王, '']"),
                argumentSet("name-split: middle dot stays whole", "name-split", "阿卜杜拉·艾力", "[阿卜杜拉·艾力, '']"),
                argumentSet("name-split: van Gogh", "name-split", "van Gogh", "[van Gogh, '']"),
                argumentSet("name-split: Vincent van Gogh", "name-split", "Vincent  van Gogh", "[van Gogh, Vincent]"),
                argumentSet(
                        "name-split: Charles de la Vega", "name-split", "Charles de la Vega", "[de la Vega, Charles]"),
                argumentSet("name-split: comma", "name-split", "'Gogh, Vincent'", "[Gogh, Vincent]"),
                argumentSet("name-split: number", "name-split", "42", "['42', '']"),
                argumentSet("name-join: Chinese", "name-join", "[欧阳, 娜娜]", "欧阳娜娜"),
                argumentSet("name-join: western", "name-join", "[van Gogh, Vincent]", "Vincent van Gogh"),
                argumentSet("name-join: mixed", "name-join", "[王, Fang]", "Fang 王"),
                argumentSet("name-join: family name alone", "name-join", "[王, null]", "王"),
                argumentSet("name-join: a name as it is", "name-join", "王芳", "王芳"),
                argumentSet("mask: phone", "{mask: phone}", "'13800138000'", "138****8000"),
                argumentSet("mask: name", "{mask: name}", "欧阳娜娜", "欧***"),
                argumentSet("mask: identity card", "{mask: id}", "'11010519491231002X'", "110**************X"),
                argumentSet("mask: email", "{mask: email}", "wang@example.com", "w***@example.com"),
                argumentSet("mask: all", "mask", "王芳", "'**'"),
                argumentSet(
                        "hash",
                        "{hash: sha256}",
                        "abc",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                argumentSet(
                        "hash: md5, base64", "{hash: {algorithm: md5, as: base64}}", "abc", "kAFQmDzST7DWlj99KOF/cg=="),
                argumentSet(
                        "hash: salt", "{hash: {algorithm: md5, salt: a}}", "bc", "900150983cd24fb0d6963f7d28e17f72"),
                argumentSet("url-encode", "url-encode", "王 芳+~*/?", "'%E7%8E%8B%20%E8%8A%B3%2B~%2A%2F%3F'"),
                argumentSet("url-encode: beyond the BMP", "url-encode", "😀", "'%F0%9F%98%80'"),
                argumentSet("url-decode", "url-decode", "'%E7%8E%8B%20a+b'", "王 a+b"),
                argumentSet("first", "first", "[a, b]", "a"),
                argumentSet("first: a single value", "first", "a", "a"),
                argumentSet("last", "last", "[a, b]", "b"),
                argumentSet("list", "list", "a", "[a]"),
                argumentSet("flatten", "flatten", "[a, [b, [c]], []]", "[a, b, c]"),
                argumentSet("unique", "unique", "[a, b, a]", "[a, b]"),
                argumentSet("compact", "compact", "[a, '', null, [], {}, 0]", "[a, 0]"),
                argumentSet("empty items of a list stay in their places", "upper", "[a, null]", "[A, null]"),
                argumentSet("a list goes item by item", "upper", "[a, b]", "[A, B]"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesTheValue(String step, String input, String expected) {
        // Given
        Step read = step(step);
        Refusal refusal = new Refusal();
        // When
        JsonNode output = read.apply(yaml(input).json(), refusal);
        // Then
        assertThat(refusal.isRaised()).isFalse();
        assertThat(output).hasToString(yaml(expected).json().toString());
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
}
