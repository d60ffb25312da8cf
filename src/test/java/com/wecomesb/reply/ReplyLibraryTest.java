package com.wecomesb.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyLibraryTest {

    @Test
    void namesTheCustomerWhereTheNameIsKnown() {
        // Given
        ReplyLibrary library =
                read("replies: [{id: a, messages: [{text: \"{{ contact.name | default: '您好' }},请稍等\"}]}]");

        // When
        List<String> known = texts(library.render("a", Map.of("contact", Map.of("name", "王芳"))));
        List<String> unknown = texts(library.render("a", Map.of()));

        // Then
        assertThat(known).containsExactly("王芳,请稍等");
        assertThat(unknown).containsExactly("您好,请稍等");
    }

    @Test
    void whatACustomerWroteIsNeverATemplate() {
        // Given
        ReplyLibrary library = read("replies: [{id: a, messages: [{text: \"您说:{{ event.text }}\"}]}]");

        // When
        List<String> texts = texts(library.render("a", Map.of("event", Map.of("text", "{{ secret }}"), "secret", "x")));

        // Then
        assertThat(texts).containsExactly("您说:{{ secret }}");
    }

    @Test
    void aLongTextIsCutBetweenSentencesByBytes() {
        // Given
        String sentence = "退货要在七天内办理😀。";
        ReplyLibrary library = read("replies: [{id: a, messages: [{text: \"" + sentence.repeat(120) + "\"}]}]");

        // When
        List<String> texts = texts(library.render("a", Map.of()));

        // Then
        assertThat(String.join("", texts)).isEqualTo(sentence.repeat(120));
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(TextPieces.MAX_BYTES);
            assertThat(text).endsWith("。");
        });
    }

    @Test
    void aTextWithoutSentencesIsCutBetweenCharacters() {
        // When
        List<String> pieces = TextPieces.of("𠮷".repeat(1000));

        // Then
        assertThat(String.join("", pieces)).isEqualTo("𠮷".repeat(1000));
        assertThat(pieces).hasSize(2);
    }

    @Test
    void aBrokenTemplateIsAMistakeWithItsLine() {
        // Given
        Mistakes mistakes = new Mistakes();

        // When
        ReplyLibrary.read(
                YamlFile.read("replies/a.yaml", "replies:\n  - id: a\n    messages: [{text: \"{% if %}\"}]", mistakes)
                        .stream()
                        .toList(),
                mistakes);

        // Then
        assertThat(mistakes.list())
                .extracting(Mistake::toString)
                .anyMatch(found -> found.startsWith("replies/a.yaml:3:"));
    }

    private static ReplyLibrary read(String text) {
        Mistakes mistakes = new Mistakes();
        ReplyLibrary library = ReplyLibrary.read(
                YamlFile.read("replies/a.yaml", text, mistakes).stream().toList(), mistakes);
        assertThat(mistakes.list()).isEmpty();
        return library;
    }

    private static List<String> texts(List<ReplyMessage> messages) {
        return messages.stream()
                .map(message -> message.content().path("content").asText())
                .toList();
    }
}
