package com.wecomesb.reply;

import static com.wecomesb.reply.Replies.ON_KF;
import static com.wecomesb.reply.Replies.mistakesIn;
import static com.wecomesb.reply.Replies.read;
import static com.wecomesb.reply.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyLibraryTest {

    @Test
    void namesTheCustomerWhereTheNameIsKnown() {
        // Given
        ReplyLibrary library =
                read("replies: [{id: a, messages: [{text: \"{{ contact.name | default: '您好' }},请稍等\"}]}]");
        // When
        List<String> known = texts(library.compose("a", ON_KF, Map.of("contact", Map.of("name", "王芳"))));
        List<String> unknown = texts(library.compose("a", ON_KF, Map.of()));
        // Then
        assertThat(known).containsExactly("王芳,请稍等");
        assertThat(unknown).containsExactly("您好,请稍等");
    }

    @Test
    void severalMessagesComeInTheirOrderAndEmptyOnesNotAtAll() {
        // Given
        ReplyLibrary library = read("replies: [{id: a, messages: [{text: 一}, {text: '{{ nothing }}'}, {text: 二}]}]");
        // When
        Answer answer = library.compose("a", ON_KF, Map.of());
        // Then
        assertThat(texts(answer)).containsExactly("一", "二");
        assertThat(answer.messages()).extracting(ReplyMessage::msgtype).containsOnly("text");
    }

    @Test
    void aRuleMayHaveItsReplyInPlace() {
        // Given
        var parameters = JsonNodeFactory.instance.objectNode().put("text", "{{ contact.name }}好");
        // When
        Answer answer = ReplyLibrary.composeInPlace(parameters, Map.of("contact", Map.of("name", "王")));
        // Then
        assertThat(texts(answer)).containsExactly("王好");
    }

    @Test
    void whatIsNotInTheLibraryIsNothing() {
        // Given
        ReplyLibrary library = read("replies: [{id: a, messages: [{text: b}]}]");
        // When
        Answer answer = library.compose("c", ON_KF, Map.of());
        // Then
        assertThat(answer.messages()).isEmpty();
        assertThat(library.contains("a")).isTrue();
        assertThat(library.contains("c")).isFalse();
    }

    static Stream<Arguments> whatPeopleTypeWrongly() {
        return Stream.of(
                wrong("no replies", "replies: []", "1:1: 话术文件里没有 replies"),
                wrong(
                        "an unknown key",
                        "replies:\n  - {id: a, message: [{text: b}], messages: [{text: b}]}",
                        "2:13: 话术里没有“message”,是不是“messages”?可用:id、description、questions、messages、variants、aida、styles、languages"),
                wrong("no id", "replies:\n  - messages: [{text: b}]", "2:5: 话术要有 id(字母、数字、汉字、-、_、.)"),
                wrong("no messages", "replies:\n  - id: a", "2:5: 话术要有 messages(或 variants、aida)"),
                wrong(
                        "a message without text",
                        "replies:\n  - id: a\n    messages: [{txt: b}]",
                        "3:17: 消息里没有“txt”,是不是“text”?可用:text、image、link、miniprogram、file、menu、news、voice、video、pause",
                        "3:16: 每条消息要写 text、image、link、miniprogram、file、menu、news、voice、video 之一,例如 text: \"…\""),
                wrong(
                        "an id twice",
                        "replies:\n  - {id: a, messages: [{text: b}]}\n  - {id: a, messages: [{text: c}]}",
                        "3:10: 话术 id“a”已经在 replies/a.yaml:2 用过"),
                wrong(
                        "a broken template",
                        "replies:\n  - id: a\n    messages:\n      - text: \"{% if %}\"",
                        "4:15: 模板写错了:{{ }} 或 {% %} 没有成对,或里面写得不完整"));
    }

    private static Arguments wrong(String name, String file, String... mistakes) {
        return argumentSet(name, file, List.of(mistakes));
    }

    @ParameterizedTest
    @MethodSource
    void whatPeopleTypeWrongly(String file, List<String> expected) {
        assertThat(mistakesIn(file)).containsExactlyElementsOf(expected);
    }
}
