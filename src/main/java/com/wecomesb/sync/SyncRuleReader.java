package com.wecomesb.sync;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the entries of {@code sync.yaml}; collects every mistake. */
final class SyncRuleReader {

    private static final KnownKeys RULE =
            KnownKeys.of("同步条目", "system", "kind", "direction", "conflicts", "unknown", "fields", "description");
    private static final KnownKeys FIELD = KnownKeys.of("同步字段", "direction", "conflicts");
    private static final List<String> KINDS = List.of("contact", "order", "ticket");
    private static final List<String> UNKNOWN = List.of("create", "ignore");
    private static final String OWN = "attributes.";

    private final Set<String> systems;
    private final Mistakes mistakes;
    private final Map<String, String> places = new HashMap<>();
    private final List<SyncRule> rules = new ArrayList<>();

    SyncRuleReader(Set<String> systems, Mistakes mistakes) {
        this.systems = systems;
        this.mistakes = mistakes;
    }

    List<SyncRule> rules() {
        return rules;
    }

    void read(YamlNode node) {
        RULE.check(node, mistakes);
        String system = word(node, "system", "", List.copyOf(new TreeSet<>(systems)), "没有配置叫“%s”的系统");
        String kind = word(node, "kind", "contact", KINDS, "不能同步“%s”");
        boolean contact = kind.equals("contact");
        Direction direction = direction(node, contact ? Direction.BOTH : Direction.IN);
        if (!contact && direction != Direction.IN) {
            mistakes.add(node.get("direction").orElse(node), kind + " 只能写 direction: in:订单和工单由对方系统保管,要改它们请用规则的动作");
        }
        Policy policy = policy(node, Policy.NEWEST);
        String unknown = word(node, "unknown", "create", UNKNOWN, "unknown 不能写“%s”");
        FieldRule usual = new FieldRule(direction, policy);
        Map<String, FieldRule> fields = contact ? fields(node, usual) : Map.of();
        if (!contact && node.get("fields").isPresent()) {
            mistakes.add(node.get("fields").orElse(node), kind + " 整体读取,不写 fields");
        }
        String place = places.putIfAbsent(system + "/" + kind, node.file() + ":" + node.line());
        if (place != null) {
            mistakes.add(node, system + " 的 " + kind + " 已经在 " + place + " 写过");
        }
        rules.add(new SyncRule(system, kind, usual, unknown.equals("create"), fields));
    }

    private Map<String, FieldRule> fields(YamlNode rule, FieldRule usual) {
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        YamlNode node = rule.get("fields").orElse(null);
        if (node == null) {
            SyncRule.CONTACT_FIELDS.forEach(name -> fields.put(name, usual));
            return fields;
        }
        if (node.isMap()) {
            for (YamlNode key : node.keys()) {
                YamlNode value = node.map().get(key.text());
                fields.put(name(key), value == null || value.isNull() ? usual : field(value, usual));
            }
        } else {
            node.items().forEach(item -> fields.put(name(item), usual));
        }
        return fields;
    }

    private String name(YamlNode key) {
        String name = key.text();
        boolean own = name.startsWith(OWN) && name.length() > OWN.length();
        if (!own && !SyncRule.CONTACT_FIELDS.contains(name)) {
            mistakes.add(
                    key,
                    "联系人没有可以同步的字段“" + name + "”" + Suggestion.of(name, SyncRule.CONTACT_FIELDS)
                            + ",公司自己的属性写 attributes.名字");
        }
        return name;
    }

    /** {@code review}, or {@code {direction: in, conflicts: target}}. */
    private FieldRule field(YamlNode node, FieldRule usual) {
        if (node.isMap()) {
            FIELD.check(node, mistakes);
            return new FieldRule(direction(node, usual.direction()), policy(node, usual.conflicts()));
        }
        if (Direction.of(node.text()).isPresent()) {
            return new FieldRule(Direction.of(node.text()).get(), usual.conflicts());
        }
        return new FieldRule(usual.direction(), policy(node.text(), node, usual.conflicts()));
    }

    private Direction direction(YamlNode node, Direction usual) {
        YamlNode value = node.get("direction").orElse(null);
        if (value == null) {
            return usual;
        }
        return Direction.of(value.text()).orElseGet(() -> {
            mistakes.add(value, "方向不能写“" + value.text() + "”" + Suggestion.of(value.text(), Direction.words()));
            return usual;
        });
    }

    private Policy policy(YamlNode node, Policy usual) {
        YamlNode value = node.get("conflicts").orElse(null);
        return value == null ? usual : policy(value.text(), value, usual);
    }

    private Policy policy(String word, YamlNode where, Policy usual) {
        return Policy.of(word).orElseGet(() -> {
            mistakes.add(where, "冲突时不能写“" + word + "”" + Suggestion.of(word, Policy.words()));
            return usual;
        });
    }

    private String word(YamlNode node, String key, String usual, List<String> known, String wrong) {
        YamlNode value = node.get(key).orElse(null);
        if (value == null && usual.isEmpty()) {
            mistakes.add(node, "同步条目缺少 " + key + ",可用:" + String.join("、", known));
            return usual;
        }
        String word = value == null ? usual : value.text();
        if (value != null && !known.contains(word)) {
            mistakes.add(value, wrong.formatted(word) + Suggestion.of(word, known));
        }
        return word;
    }
}
