package com.wecomesb.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlFileTest {

    static Stream<Arguments> whatPeopleTypeWrongly() {
        return Stream.of(
                argumentSet("nothing", "# 只有注释\n", "a.yaml: 文件是空的"),
                argumentSet("a full-width colon", "a: 1\nb：2\nc: 3", "a.yaml:2:1: 第2行:全角冒号“：”,请改为“: ”"),
                argumentSet("a tab", "a:\n\tb: 1", "a.yaml:2:1: 第2行:缩进里有制表符,请改为空格"),
                argumentSet("a template without quotes", "a: 1\nb: {{ x }} y", "a.yaml:2:1: 第2行:以 {{ 开头的值要加引号"),
                argumentSet("a regex without quotes", "a: {regex: 订单[0-9]+}", "a.yaml:1:1: 第1行:正则要加引号:regex: '…'"),
                argumentSet("full-width brackets", "a: [x\nb: 【y】", "a.yaml:2:1: 第2行:全角括号,请改为半角 [ ] 或 { }"),
                argumentSet("a circle", "a: &a [b, {c: *a}]", "a.yaml: 别名(*名字)指回它自己所在的内容,没有尽头"),
                argumentSet("deep nesting", "a: " + "[".repeat(500) + "]".repeat(500), "a.yaml: 嵌套太深,别名(*名字)太多,或文件太大"),
                argumentSet("a key twice", "a: 1\nb: {c: 1, c: 2}", "a.yaml:2:11: “c”出现了两次"));
    }

    @ParameterizedTest
    @MethodSource
    void whatPeopleTypeWrongly(String text, String mistake) {
        // Given
        Mistakes mistakes = new Mistakes();
        // When
        YamlFile.read("a.yaml", text, mistakes);
        // Then
        assertThat(mistakes.list()).extracting(Mistake::toString).containsExactly(mistake);
    }

    @Test
    void scalarsAreTextUntilSomebodyAsksForMore() {
        // Given
        YamlNode root = read("[no, 0571, 12:30, 2024-01-01, 12, '12', 1.5, true, ~]");
        // When
        List<String> texts = root.items().stream().map(YamlNode::text).toList();
        // Then
        assertThat(texts).startsWith("no", "0571", "12:30", "2024-01-01", "12", "12", "1.5", "true", "~");
        assertThat(root.json()).hasToString("[\"no\",\"0571\",\"12:30\",\"2024-01-01\",12,\"12\",1.5,true,null]");
        assertThat(root.items().get(5).isQuoted()).isTrue();
        assertThat(root.items().get(4).isQuoted()).isFalse();
    }

    @Test
    void everyValueKnowsItsPlace() {
        // Given
        YamlNode root = read("rules:\n  - id: a\n    then: [x, y]\n");
        // When
        YamlNode there = root.nearest(List.of("rules", "0", "then", "1"));
        YamlNode nearest = root.nearest(List.of("rules", "0", "when", "tag"));
        // Then
        assertThat(there).hasToString("a.yaml:3:15");
        assertThat(nearest).hasToString("a.yaml:2:5");
        assertThat(root.get("rules").orElseThrow().items().get(0).keys())
                .extracting(YamlNode::toString)
                .containsExactly("a.yaml:2:5", "a.yaml:3:5");
    }

    @Test
    void oneValueCountsAsAListOfOne() {
        assertThat(read("退货").items()).extracting(YamlNode::text).containsExactly("退货");
        assertThat(read("[]").items()).isEmpty();
    }

    private static YamlNode read(String text) {
        return YamlFile.read("a.yaml", text, new Mistakes()).orElseThrow();
    }
}
