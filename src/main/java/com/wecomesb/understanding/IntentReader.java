package com.wecomesb.understanding;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.wecomesb.document.FileSchema;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads intent files, {@code docs/schema/intents.schema.json}; collects every mistake. */
final class IntentReader {

    private static final int MIN_EXAMPLES = 5;
    private static final int MAX_CHARACTERS = 300;

    private static final FileSchema SCHEMA = FileSchema.named("intents");
    private static final KnownKeys FILE_KEYS = KnownKeys.of("意图文件", "intents", "threshold");
    private static final KnownKeys INTENT_KEYS = KnownKeys.of("意图", "id", "description", "examples", "slots");

    private final UnaryOperator<String> normalForm;
    private final Mistakes mistakes;
    private final List<IntentExamples> intents = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> sentences = new HashMap<>();

    IntentReader(UnaryOperator<String> normalForm, Mistakes mistakes) {
        this.normalForm = normalForm;
        this.mistakes = mistakes;
    }

    /** A single intent cannot be told from anything. */
    List<IntentExamples> intents() {
        if (intents.size() == 1) {
            mistakes.addWholeFile("intents/", "只有一个意图,分不出是不是它:至少要两个");
        }
        return List.copyOf(intents);
    }

    void read(YamlNode file) {
        int before = mistakes.list().size();
        FILE_KEYS.check(file, mistakes);
        double threshold = file.get("threshold").map(this::threshold).orElse(Understanding.SURE_FROM);
        List<YamlNode> items = file.get("intents").map(YamlNode::items).orElse(List.of());
        if (items.isEmpty()) {
            mistakes.add(file, "意图文件里没有 intents");
        }
        items.forEach(item -> intent(item, threshold));
        if (mistakes.list().size() == before) {
            SCHEMA.check(file, mistakes);
        }
    }

    private void intent(YamlNode node, double threshold) {
        INTENT_KEYS.check(node, mistakes);
        String id = id(node);
        String description = node.get("description").map(YamlNode::text).orElse("");
        if (description.isBlank()) {
            mistakes.add(node, "意图要有 description,用来问客户“您是想问…吗?”");
        }
        List<String> examples = examples(node, id);
        intents.add(new IntentExamples(id, description, examples, slots(node), threshold));
    }

    private double threshold(YamlNode node) {
        if (!node.text().matches("0(\\.[0-9]+)?|1(\\.0+)?")) {
            mistakes.add(node, "threshold 要写 0 到 1 之间的数,例如 0.9");
            return Understanding.SURE_FROM;
        }
        return Double.parseDouble(node.text());
    }

    private String id(YamlNode node) {
        YamlNode where = node.get("id").orElse(node);
        String id = node.get("id").map(YamlNode::text).orElse("");
        if (!id.matches("[A-Za-z0-9_.\\-\\p{IsHan}]{1,80}")) {
            mistakes.add(where, "意图要有 id(字母、数字、汉字、-、_、.)");
            return id;
        }
        String before = places.putIfAbsent(id, place(where));
        if (before != null) {
            mistakes.add(where, "意图 id“" + id + "”已经在 " + before + " 用过");
        }
        return id;
    }

    private List<String> examples(YamlNode node, String id) {
        List<String> examples = new ArrayList<>();
        List<YamlNode> items = node.get("examples").map(YamlNode::items).orElse(List.of());
        if (items.size() < MIN_EXAMPLES) {
            mistakes.add(
                    node.get("examples").orElse(node),
                    "意图“" + id + "”只有 " + items.size() + " 句 examples,至少要 " + MIN_EXAMPLES + " 句(30 句以上才好用)");
        }
        for (YamlNode item : items) {
            String example = normalForm.apply(item.text()).strip();
            if (!item.isText() || example.isEmpty()) {
                mistakes.add(item, "examples 里每一项是一句话;有冒号、井号时整句要加引号");
            } else if (example.length() > MAX_CHARACTERS) {
                mistakes.add(item, "例句超过 " + MAX_CHARACTERS + " 个字,请写客户真会说的一句话");
            } else if (isNew(item, example)) {
                examples.add(example);
            }
        }
        return examples;
    }

    private boolean isNew(YamlNode item, String example) {
        String before = sentences.putIfAbsent(example, place(item));
        if (before != null) {
            mistakes.add(item, "这句话已经在 " + before + ",一句话只能说明一个意图");
        }
        return before == null;
    }

    private Map<String, Pattern> slots(YamlNode node) {
        Map<String, Pattern> slots = new TreeMap<>();
        Map<String, YamlNode> entries = node.get("slots").map(YamlNode::map).orElse(Map.of());
        entries.forEach((name, expression) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,39}")) {
                mistakes.add(expression, "槽位名“" + name + "”只能用字母、数字、_,在话术里写作 {{ slots.order }}");
            }
            try {
                slots.put(name, Pattern.compile(expression.text()));
            } catch (PatternSyntaxException broken) {
                mistakes.add(
                        expression, "槽位“" + name + "”的正则写错了:" + broken.getDescription() + " " + broken.getPattern());
            }
        });
        return slots;
    }

    private static String place(YamlNode node) {
        return node.file() + ":" + node.line();
    }
}
