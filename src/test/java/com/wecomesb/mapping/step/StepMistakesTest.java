package com.wecomesb.mapping.step;

import static com.wecomesb.mapping.step.SampleSteps.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistakes;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that are written wrongly. */
class StepMistakesTest {

    private final Mistakes mistakes = new Mistakes();

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
                argumentSet("nearly the word", "{truncat: 3}", "是不是“truncate”"),
                argumentSet("characters and bytes", "{truncate: {characters: 3, bytes: 3}}", "需要长度"),
                argumentSet("end longer than the length", "{truncate: {characters: 2, end: 更多…}}", "比长度还长"),
                argumentSet("no such mask", "{mask: card}", "phone、name、id、email"),
                argumentSet("no such digest", "{hash: crc32}", "sha256"),
                argumentSet("no such spelling of a digest", "{hash: {as: binary}}", "hex 或 base64"),
                argumentSet("no such table", "{lookup: stages}", "tables 里没有对照表“stages”"),
                argumentSet("two steps in one", "{trim: , lower: }", "一个步骤"));
    }

    @ParameterizedTest
    @MethodSource("mistakenSteps")
    void namesTheMistake(String step, String expected) {
        // When
        read(step, mistakes);
        // Then
        assertThat(mistakes.list())
                .anySatisfy(mistake -> assertThat(mistake.message()).contains(expected));
    }
}
