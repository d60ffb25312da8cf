package com.wecomesb.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The replies of all files by their ids, compiled; immutable. */
public final class ReplyLibrary {

    private final Map<String, List<Template>> replies;

    private final Map<String, List<String>> questions;

    private ReplyLibrary(Map<String, List<Template>> replies, Map<String, List<String>> questions) {
        this.replies = Map.copyOf(replies);
        this.questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    /** Reads the roots of reply files; what is wrong in them is added to the mistakes. */
    public static ReplyLibrary read(List<YamlNode> files, Mistakes mistakes) {
        ReplyReader reader = new ReplyReader(mistakes);
        files.forEach(reader::read);
        return new ReplyLibrary(reader.replies(), reader.questions());
    }

    public boolean contains(String id) {
        return replies.containsKey(id);
    }

    public Set<String> ids() {
        return replies.keySet();
    }

    /** The questions that entries answer, as customers ask them, by the ids of the entries, in the order of the files. */
    public Map<String, List<String>> questions() {
        return questions;
    }

    /**
     * The messages of an entry, none when there is no such entry; what is empty after rendering is left out.
     *
     * @throws NotRendered when a value does not suit a template
     */
    public List<ReplyMessage> render(String id, Map<String, Object> context) {
        return replies.getOrDefault(id, List.of()).stream()
                .flatMap(template -> texts(template.render(context)).stream())
                .toList();
    }

    /** The messages that a rule has in place, {@code {text: "…"}}. */
    public List<ReplyMessage> renderInPlace(JsonNode parameters, Map<String, Object> context) {
        return texts(TemplatedJson.render(parameters, context).path("text").asText(""));
    }

    private static List<ReplyMessage> texts(String rendered) {
        return TextPieces.of(rendered.strip()).stream()
                .map(piece -> new ReplyMessage(
                        "text", JsonNodeFactory.instance.objectNode().put("content", piece)))
                .toList();
    }
}
