package com.wecomesb.reply;

import com.wecomesb.document.FileSchema;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads reply files, {@code docs/schema/replies.schema.json}; collects every mistake. */
final class ReplyReader {

    private static final FileSchema SCHEMA = FileSchema.named("replies");
    private static final KnownKeys FILE_KEYS = KnownKeys.of("话术文件", "replies");
    private static final KnownKeys REPLY_KEYS = KnownKeys.of("话术", "id", "description", "questions", "messages");
    private static final KnownKeys MESSAGE_KEYS = KnownKeys.of("消息", "text");
    private static final int LONGEST_QUESTION = 200;
    private static final Set<String> LATER =
            Set.of("image", "link", "miniprogram", "file", "menu", "msgmenu", "news", "voice", "video");

    private final Mistakes mistakes;
    private final Map<String, List<Template>> replies = new HashMap<>();
    private final Map<String, List<String>> questions = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();

    ReplyReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Map<String, List<Template>> replies() {
        return replies;
    }

    /** What the entries answer, by their ids; those without questions are not among them. */
    Map<String, List<String>> questions() {
        return questions;
    }

    void read(YamlNode file) {
        int before = mistakes.list().size();
        FILE_KEYS.check(file, mistakes);
        List<YamlNode> items = file.get("replies").map(YamlNode::items).orElse(List.of());
        if (items.isEmpty()) {
            mistakes.add(file, "话术文件里没有 replies");
        }
        items.forEach(this::reply);
        if (mistakes.list().size() == before) {
            SCHEMA.check(file, mistakes);
        }
    }

    private void reply(YamlNode node) {
        REPLY_KEYS.check(node, mistakes);
        List<Template> messages = new ArrayList<>();
        node.get("messages").map(YamlNode::items).orElse(List.of()).forEach(message -> message(message, messages));
        if (node.get("messages").isEmpty()) {
            mistakes.add(node, "话术要有 messages");
        }
        String id = id(node);
        replies.putIfAbsent(id, List.copyOf(messages));
        node.get("questions").ifPresent(list -> questions.putIfAbsent(id, questions(list)));
    }

    private List<String> questions(YamlNode list) {
        List<String> texts = new ArrayList<>();
        for (YamlNode question : list.items()) {
            if (!question.isText() || question.text().isBlank()) {
                mistakes.add(question, "questions 要写成问法的列表,例如 [怎么退货, 退货流程是什么]");
            } else if (question.text().length() > LONGEST_QUESTION) {
                mistakes.add(question, "问法最多 " + LONGEST_QUESTION + " 个字");
            } else {
                texts.add(question.text());
            }
        }
        return List.copyOf(texts);
    }

    private String id(YamlNode node) {
        YamlNode where = node.get("id").orElse(node);
        String id = node.get("id").map(YamlNode::text).orElse("");
        if (!id.matches("[A-Za-z0-9_.\\-\\p{IsHan}]{1,80}")) {
            mistakes.add(where, "话术要有 id(字母、数字、汉字、-、_、.)");
            return id;
        }
        String before = places.putIfAbsent(id, where.file() + ":" + where.line());
        if (before != null) {
            mistakes.add(where, "话术 id“" + id + "”已经在 " + before + " 用过");
        }
        return id;
    }

    private void message(YamlNode node, List<Template> messages) {
        for (YamlNode key : node.keys()) {
            if (LATER.contains(key.text())) {
                mistakes.add(key, "“" + key.text() + "”消息以后的版本才支持");
                return;
            }
        }
        MESSAGE_KEYS.check(node, mistakes);
        node.get("text")
                .filter(YamlNode::isText)
                .ifPresentOrElse(
                        text -> messages.add(Template.of(text, mistakes)),
                        () -> mistakes.add(node, "每条消息要写 text: \"…\""));
    }
}
