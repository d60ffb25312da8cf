package com.wecomesb.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.util.List;
import java.util.Map;

/** Reply files written in a test. */
final class Replies {

    static final Recipient ON_KF = Recipient.unknown(Channel.KF);
    static final Recipient ON_APP = Recipient.unknown(Channel.APP);

    private Replies() {}

    static ReplyLibrary read(String text) {
        Mistakes mistakes = new Mistakes();
        ReplyLibrary library = ReplyLibrary.read(
                YamlFile.read("replies/a.yaml", text, mistakes).stream().toList(), mistakes);
        assertThat(mistakes.list()).isEmpty();
        return library;
    }

    /** A library with the entry {@code a}, which says these messages. */
    static ReplyLibrary saying(String messages) {
        return read("replies:\n  - id: a\n    messages:\n" + messages.indent(6));
    }

    /** What is wrong with a file, without its name. */
    static List<String> mistakesIn(String text) {
        Mistakes mistakes = new Mistakes();
        ReplyLibrary.read(
                YamlFile.read("replies/a.yaml", text, mistakes).stream().toList(), mistakes);
        return mistakes.list().stream()
                .map(Mistake::toString)
                .map(mistake -> mistake.replaceFirst("^replies/a.yaml:", ""))
                .toList();
    }

    static List<String> mistakesInMessages(String messages) {
        return mistakesIn("replies:\n  - id: a\n    messages:\n" + messages.indent(6)).stream()
                .map(mistake -> mistake.replaceFirst("^[0-9]+:[0-9]+: ", ""))
                .toList();
    }

    static List<String> texts(Answer answer) {
        return answer.messages().stream()
                .map(message -> message.content().path("content").asText())
                .toList();
    }

    static Map<String, Object> event(String text) {
        return Map.of("event", Map.of("text", text));
    }
}
