package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the actions of a rule and of the branches of a look-up. */
final class ActionReader {

    private static final Set<String> SYSTEMS = Set.of("crm", "shop", "ticket");
    private static final Set<String> WORDS =
            Set.of("reply", "crm", "shop", "ticket", "notify", "handoff", "tag", "set");
    private static final Set<String> LATER = Set.of("dialog", "review", "schedule", "webhook");
    private static final Set<String> BESIDE = Set.of("as", "wait", "found", "missing", "failed");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

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
        List<YamlNode> words =
                node.keys().stream().filter(key -> !BESIDE.contains(key.text())).toList();
        if (words.size() != 1) {
            mistakes.add(
                    node,
                    "每个动作恰好写一个名字,可用:" + String.join("、", WORDS.stream().sorted().toList()));
            return null;
        }
        String word = words.get(0).text();
        if (!WORDS.contains(word)) {
            mistakes.add(
                    words.get(0),
                    LATER.contains(word)
                            ? "动作“" + word + "”以后的版本才支持"
                            : "没有动作“" + word + "”,可用:"
                                    + String.join("、", WORDS.stream().sorted().toList()));
            return null;
        }
        YamlNode value = node.map().get(word);
        return value == null ? null : spec(word, node, value);
    }

    private ActionSpec spec(String word, YamlNode node, YamlNode value) {
        ObjectNode parameters = parameters(word, value);
        JsonNode verb = SYSTEMS.contains(word) ? parameters.remove("do") : null;
        JsonNode system = SYSTEMS.contains(word) ? parameters.remove("system") : null;
        if (SYSTEMS.contains(word) && verb == null) {
            mistakes.add(value, "动作“" + word + "”要写 do:,例如 {do: contact-upsert}");
        }
        if (word.equals("reply") && !parameters.has("id") && !parameters.has("text") && !parameters.has("messages")) {
            mistakes.add(value, "reply 要写话术的 id,或者 {text: \"…\"}");
        }
        return new ActionSpec(
                word,
                verb == null ? null : verb.asText(),
                system == null ? null : system.asText(),
                parameters,
                node.get("as").map(YamlNode::text).orElse(null),
                node.get("wait").map(this::duration).orElse(null),
                read(node, "found"),
                read(node, "missing"),
                read(node, "failed"));
    }

    private static ObjectNode parameters(String word, YamlNode value) {
        if (value.json() instanceof ObjectNode object) {
            return object;
        }
        String name = Map.of("reply", "id", "notify", "to", "handoff", "to").getOrDefault(word, "value");
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (value.isText()) {
            parameters.put(name, value.text());
        }
        return parameters;
    }

    private @Nullable Duration duration(YamlNode node) {
        Matcher matcher = DURATION.matcher(node.text());
        if (!matcher.matches()) {
            mistakes.add(node, "时长要写成 3s、500ms、10m 这样");
            return null;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
