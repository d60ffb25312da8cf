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

/** Reads reply files, {@code docs/schema/replies.schema.json}; collects every mistake. */
final class ReplyReader {

    private static final FileSchema SCHEMA = FileSchema.named("replies");
    private static final KnownKeys FILE_KEYS = KnownKeys.of("话术文件", "replies");
    private static final KnownKeys REPLY_KEYS =
            KnownKeys.of("话术", "id", "description", "questions", "messages", "variants", "aida", "styles", "languages");
    private static final int LONGEST_QUESTION = 200;

    private final Mistakes mistakes;
    private final WordingReader wordings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();

    ReplyReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.wordings = new WordingReader(mistakes);
    }

    /** In the order of the files. */
    Map<String, Entry> entries() {
        return entries;
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
        Wording wording = wordings.read(node, "话术");
        Map<String, Wording> languages = wordings.languages(node);
        String id = id(node);
        List<String> questions = node.get("questions").map(this::questions).orElse(List.of());
        entries.putIfAbsent(id, new Entry(id, wording, languages, questions));
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
}
