package com.wecomesb.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The replies of all files by their ids, compiled; immutable. */
public final class ReplyLibrary {

    private final Map<String, Entry> entries;

    private ReplyLibrary(Map<String, Entry> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Reads the roots of reply files; what is wrong in them is added to the mistakes. */
    public static ReplyLibrary read(List<YamlNode> files, Mistakes mistakes) {
        ReplyReader reader = new ReplyReader(mistakes);
        files.forEach(reader::read);
        return new ReplyLibrary(reader.entries());
    }

    public boolean contains(String id) {
        return entries.containsKey(id);
    }

    public Set<String> ids() {
        return entries.keySet();
    }

    /** The questions that entries answer, as customers ask them, by the ids of the entries, in the order of the files. */
    public Map<String, List<String>> questions() {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        entries.values().stream()
                .filter(entry -> !entry.questions().isEmpty())
                .forEach(entry -> questions.put(entry.id(), entry.questions()));
        return Collections.unmodifiableMap(questions);
    }

    /** The files that replies send, each place that names one. */
    public List<MediaReference> media() {
        return entries.values().stream().flatMap(Entry::media).toList();
    }

    /**
     * What an entry says to somebody; without messages when there is no such entry, or nothing is left of it after
     * filling it in. What is in the context is shown, and never read as a template.
     *
     * @throws NotRendered when a value does not suit a template
     */
    public Answer compose(String id, Recipient recipient, Map<String, Object> context) {
        Entry entry = entries.get(id);
        return entry == null ? new Answer(null, List.of()) : entry.compose(recipient, context);
    }

    /**
     * The messages that a rule has in place, {@code {text: "…"}}.
     *
     * @throws NotRendered when a value does not suit the template
     */
    public static Answer composeInPlace(JsonNode parameters, Map<String, Object> context) {
        String text =
                TemplatedJson.renderForPeople(parameters, context).path("text").asText("");
        return new Answer(null, TextMessage.of(text));
    }

    /** What somebody wrote, as it may stand in a message to others: readable, and nothing but that. */
    public static String harmless(String text) {
        return Values.harmless(text);
    }
}
