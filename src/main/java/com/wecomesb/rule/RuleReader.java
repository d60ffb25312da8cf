package com.wecomesb.rule;

import com.wecomesb.document.FileSchema;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SchemaCheck;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.condition.Answering;
import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Conditions;
import com.wecomesb.rule.condition.LimitsReader;
import com.wecomesb.rule.condition.Reference;
import com.wecomesb.rule.condition.Vocabularies;
import com.wecomesb.rule.term.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads rule files, {@code docs/schema/rules.schema.json}; collects every mistake. */
final class RuleReader {

    private static final FileSchema SCHEMA = FileSchema.named("rules");
    private static final KnownKeys FILE_KEYS = KnownKeys.of("规则文件", "event", "vocabularies", "rules");
    private static final Set<String> RULE_KEYS = Stream.concat(
                    Stream.of("id", "description", "priority", "also", "event", "when", "unless", "then", "examples"),
                    ControlReader.KEYS.stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.\\-\\p{IsHan}]{1,80}");
    private static final Pattern PRIORITY = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z0-9_*-]+(\\.[a-z0-9_*-]+)*");
    private static final String MESSAGE_RECEIVED = "wecom.message.received";

    private final Vocabularies vocabularies;
    private final Mistakes mistakes;
    private final Terms terms = new Terms();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, YamlNode> places = new HashMap<>();
    private final List<SchemaCheck> schema = new ArrayList<>();

    /** @param vocabularies those that all files share */
    RuleReader(Vocabularies vocabularies, Mistakes mistakes) {
        this.vocabularies = vocabularies;
        this.mistakes = mistakes;
    }

    Terms terms() {
        return terms;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Example> examples() {
        return examples;
    }

    List<Reference> references() {
        return references;
    }

    void read(List<YamlNode> files) {
        List<SchemaCheck> bySchema =
                files.stream().map(file -> SCHEMA.begin(file, "rules")).toList();
        for (int i = 0; i < files.size(); i++) {
            int before = mistakes.list().size();
            read(files.get(i));
            if (mistakes.list().size() == before) {
                schema.add(bySchema.get(i));
            }
        }
    }

    /** Waits for what the schema has against the files that were read; to be called when everything else is done. */
    void awaitSchema() {
        for (int i = schema.size() - 1; i >= 0; i--) {
            schema.get(i).help();
        }
        schema.forEach(check -> check.mistakes().forEach(mistakes::add));
    }

    private void read(YamlNode file) {
        FILE_KEYS.check(file, mistakes);
        Conditions conditions = new Conditions(vocabularies.with(file, mistakes), terms, mistakes);
        EventTypes events = events(file, new EventTypes(List.of(MESSAGE_RECEIVED)));
        List<YamlNode> items = file.get("rules").map(YamlNode::items).orElse(List.of());
        if (items.isEmpty()) {
            mistakes.add(file, "规则文件里没有 rules");
        }
        items.forEach(item -> rule(item, events, conditions));
        references.addAll(conditions.references());
    }

    private void rule(YamlNode node, EventTypes ofFile, Conditions conditions) {
        checkKeys(node);
        String id = id(node);
        List<ActionSpec> then = new ActionReader(mistakes).read(node, "then");
        if (node.get("then").map(YamlNode::items).orElse(List.of()).isEmpty()) {
            mistakes.add(node, "规则“" + id + "”没有 then,什么也不会做");
        }
        EventTypes events = events(node, ofFile);
        List<Condition> lines = new ArrayList<>(conditions.read(node.get("when"), node.get("unless")));
        lines.addAll(new LimitsReader(mistakes).read(node, id));
        checkAnswers(then, lines);
        rules.add(new Rule(
                id,
                node.file(),
                node.line(),
                node.get("description").map(YamlNode::text).orElse(""),
                priority(node),
                also(node),
                events,
                List.copyOf(lines),
                then,
                new ControlReader(mistakes).read(node, lines, events)));
        for (YamlNode example : node.get("examples").map(YamlNode::items).orElse(List.of())) {
            examples.add(Example.read(example, id, events, mistakes));
        }
    }

    private void checkAnswers(List<ActionSpec> then, List<Condition> when) {
        for (ActionSpec spec : then) {
            ActionSpec asking = spec.first(ActionSpec::asksForAnswer);
            if (asking != null && !Answering.isSure(when)) {
                mistakes.add(asking.where().mistake("reply: {similar: true} 要有条件 similar:when 成立的每一种情况里都要找到最相近的话术"));
            }
        }
    }

    private void checkKeys(YamlNode node) {
        for (YamlNode key : node.keys()) {
            if (!RULE_KEYS.contains(key.text())) {
                mistakes.add(key, "规则里没有“" + key.text() + "”" + Suggestion.of(key.text(), RULE_KEYS));
            }
        }
    }

    private String id(YamlNode node) {
        YamlNode where = node.get("id").orElse(node);
        String id = node.get("id").map(YamlNode::text).orElse("");
        if (!ID.matcher(id).matches() || id.equals(Example.NO_RULE)) {
            mistakes.add(where, "规则要有 id(字母、数字、汉字、-、_、.,不能叫 none)");
            return id;
        }
        YamlNode before = places.putIfAbsent(id, where);
        if (before != null) {
            mistakes.add(where, "规则 id“" + id + "”已经在 " + before.file() + ":" + before.line() + " 用过");
        }
        return id;
    }

    private int priority(YamlNode node) {
        String written = node.get("priority").map(YamlNode::text).orElse("0");
        if (!PRIORITY.matcher(written).matches()) {
            mistakes.add(node.get("priority").orElse(node), "priority 要写整数");
            return 0;
        }
        return Integer.parseInt(written);
    }

    private boolean also(YamlNode node) {
        String written = node.get("also").map(YamlNode::text).orElse("false");
        if (!written.equals("true") && !written.equals("false")) {
            mistakes.add(node.get("also").orElse(node), "also 只能是 true 或 false");
        }
        return written.equals("true");
    }

    private EventTypes events(YamlNode node, EventTypes otherwise) {
        List<YamlNode> types = node.get("event").map(YamlNode::items).orElse(List.of());
        for (YamlNode type : types) {
            if (!EVENT_TYPE.matcher(type.text()).matches()) {
                mistakes.add(type, "事件类型写成 wecom.message.received 这样,通配符是 *");
            }
        }
        return types.isEmpty()
                ? otherwise
                : new EventTypes(types.stream().map(YamlNode::text).toList());
    }
}
