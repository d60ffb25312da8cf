package com.wecomesb.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.DurationText;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the actions of a rule, of the branches of a look-up and of what is scheduled. */
final class ActionReader {

    private static final Map<String, String> LATER = Map.of(
            "dialog", "多轮对话这个版本还不支持:可以用 reply 提问,再用另一条规则接回答;等不到回答时用 schedule 或 handoff",
            "review", "人工审核这个版本还不支持:可以用 handoff 转人工,或者用 notify 请同事处理");
    private static final List<String> BRANCHES = List.of("found", "missing", "failed");
    private static final Set<String> BESIDE = Set.of("as", "wait", "found", "missing", "failed");

    private final Mistakes mistakes;

    ActionReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<ActionSpec> read(YamlNode parent, String key) {
        List<ActionSpec> specs = new ArrayList<>();
        for (YamlNode item : parent.get(key).map(YamlNode::items).orElse(List.of())) {
            ActionSpec spec = action(item);
            if (spec != null) {
                specs.add(spec);
            }
        }
        return List.copyOf(specs);
    }

    private @Nullable ActionSpec action(YamlNode node) {
        List<YamlNode> words = new ArrayList<>(node.keys());
        words.removeIf(key -> BESIDE.contains(key.text()));
        if (words.size() != 1) {
            mistakes.add(node, "每个动作恰好写一个名字,可用:" + String.join("、", ActionWord.names()));
            return null;
        }
        YamlNode name = words.get(0);
        Optional<ActionWord> word = ActionWord.of(name.text());
        if (word.isEmpty()) {
            mistakes.add(
                    name,
                    LATER.containsKey(name.text())
                            ? "不能写动作“" + name.text() + "”:" + LATER.get(name.text())
                            : "没有动作“" + name.text() + "”" + Suggestion.of(name.text(), ActionWord.names()));
            return null;
        }
        return spec(word.get(), name, node);
    }

    private ActionSpec spec(ActionWord word, YamlNode name, YamlNode node) {
        YamlNode value = node.under(name);
        ObjectNode parameters = word.parameters(value, mistakes);
        String verb = word.isSystem() ? take(parameters, "do") : null;
        String system = word.isSystem() ? take(parameters, "system") : null;
        YamlNode as = word.isSystem() ? beside("as", value, node, parameters) : null;
        YamlNode wait = word.isSystem() ? beside("wait", value, node, parameters) : null;
        checkBeside(word, verb, node, as, wait);
        return new ActionSpec(
                word.word(),
                verb,
                system,
                parameters,
                as == null ? null : as.text(),
                wait == null ? null : DurationText.read(wait, mistakes).orElse(null),
                branches(word, value, node),
                Position.of(name));
    }

    private Map<String, List<ActionSpec>> branches(ActionWord word, YamlNode value, YamlNode node) {
        if (!word.isSystem() && word != ActionWord.SCHEDULE) {
            return Map.of();
        }
        Map<String, List<ActionSpec>> branches = new LinkedHashMap<>();
        if (word == ActionWord.SCHEDULE) {
            branches.put(ActionSpec.THEN, read(value, ActionSpec.THEN));
        }
        BRANCHES.forEach(branch -> branches.put(branch, read(node, branch)));
        return branches;
    }

    /** {@code as} and {@code wait} stand in the action or beside it. */
    private static @Nullable YamlNode beside(String key, YamlNode value, YamlNode node, ObjectNode parameters) {
        parameters.remove(key);
        return value.get(key).or(() -> node.get(key)).orElse(null);
    }

    private void checkBeside(
            ActionWord word, @Nullable String verb, YamlNode node, @Nullable YamlNode as, @Nullable YamlNode wait) {
        if (!word.isSystem()) {
            for (YamlNode key : node.keys()) {
                if (BESIDE.contains(key.text())) {
                    mistakes.add(key, "动作“" + word.word() + "”没有“" + key.text() + "”,只有查询才有");
                }
            }
            return;
        }
        if (as != null && !as.text().matches("[A-Za-z_][A-Za-z0-9_]*")) {
            mistakes.add(as, "as 是模板里的变量名,只能用英文字母、数字和下划线");
        }
        boolean lookUp = verb != null && verb.endsWith("-find");
        if (lookUp || verb == null) {
            return;
        }
        if (wait != null) {
            mistakes.add(wait, "wait 只用于查询(*-find)");
        }
        for (YamlNode key : node.keys()) {
            if (BRANCHES.contains(key.text()) && !key.text().equals("failed")) {
                mistakes.add(key, "“" + key.text() + "”只用于查询(*-find)");
            }
        }
    }

    private static @Nullable String take(ObjectNode parameters, String key) {
        var value = parameters.remove(key);
        return value == null || value.isNull() ? null : value.asText();
    }
}
