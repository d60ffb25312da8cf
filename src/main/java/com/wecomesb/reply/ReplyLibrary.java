package com.wecomesb.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The replies of all files by their ids, compiled; immutable. */
public final class ReplyLibrary {

    private static final Set<String> REPLY_KEYS = Set.of("id", "description", "messages");

    private final Map<String, List<Template>> replies;

    private ReplyLibrary(Map<String, List<Template>> replies) {
        this.replies = Map.copyOf(replies);
    }

    /** Reads the roots of reply files, {@code docs/schema/replies.schema.json}. */
    public static ReplyLibrary read(List<YamlNode> files, Mistakes mistakes) {
        Map<String, List<Template>> replies = new HashMap<>();
        for (YamlNode file : files) {
            List<YamlNode> items = file.get("replies").map(YamlNode::items).orElse(List.of());
            if (items.isEmpty()) {
                mistakes.add(file, "话术文件里没有 replies");
            }
            items.forEach(item -> read(item, replies, mistakes));
        }
        return new ReplyLibrary(replies);
    }

    private static void read(YamlNode item, Map<String, List<Template>> replies, Mistakes mistakes) {
        for (YamlNode key : item.keys()) {
            if (!REPLY_KEYS.contains(key.text())) {
                mistakes.add(key, "话术里没有“" + key.text() + "”,可用:description、id、messages");
            }
        }
        String id = item.get("id").map(YamlNode::text).orElse("");
        if (id.isEmpty()) {
            mistakes.add(item, "话术要有 id");
        }
        List<Template> messages = new ArrayList<>();
        for (YamlNode message : item.get("messages").map(YamlNode::items).orElse(List.of())) {
            message.get("text")
                    .ifPresentOrElse(
                            text -> messages.add(Template.of(text, mistakes)),
                            () -> mistakes.add(message, "每条消息要写 text: \"…\""));
        }
        if (messages.isEmpty()) {
            mistakes.add(item, "话术“" + id + "”没有 messages");
        }
        if (replies.putIfAbsent(id, List.copyOf(messages)) != null) {
            mistakes.add(item, "话术 id“" + id + "”用了两次");
        }
    }

    public boolean contains(String id) {
        return replies.containsKey(id);
    }

    public Set<String> ids() {
        return replies.keySet();
    }

    /** The messages of an entry, none when there is no such entry; what is empty after rendering is left out. */
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
