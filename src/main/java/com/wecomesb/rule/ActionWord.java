package com.wecomesb.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The actions by name, and how each is written. A new action is one constant here. */
enum ActionWord {
    REPLY(Form.NAME_OR_MAP, "id", "text", "similar"),
    CRM(Form.SYSTEM, "contact-upsert", "contact-find"),
    SHOP(Form.SYSTEM, "order-find", "order-update", "product-find", "coupon-issue"),
    TICKET(Form.SYSTEM, "ticket-create", "ticket-comment", "ticket-update", "ticket-find"),
    NOTIFY(Form.NAME_OR_MAP, "to", "text", "users", "app"),
    TAG(Form.LISTS, "add", "remove"),
    HANDOFF(Form.NAME_OR_MAP, "to", "text"),
    SCHEDULE(Form.DELAY),
    SET(Form.VALUES),
    WEBHOOK(Form.NAME_OR_MAP, "to", "with");

    private enum Form {
        /** A name, which stands for its first key, or a map of its keys. */
        NAME_OR_MAP,
        /** A map with one of its verbs under {@code do}, and what the verb takes. */
        SYSTEM,
        /** A map of lists; a list alone stands under the first key. */
        LISTS,
        /** A map of whatever is to be noted. */
        VALUES,
        /** When, and what then. */
        DELAY
    }

    private static final Map<String, ActionWord> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ActionWord::word, known -> known));

    private final String word;
    private final Form form;

    @SuppressWarnings("ImmutableEnumChecker") // the list is a List.of
    private final List<String> keys;

    ActionWord(Form form, String... keys) {
        word = name().toLowerCase(Locale.ROOT);
        this.form = form;
        this.keys = List.of(keys);
    }

    /** As it is written in files: {@code reply}. */
    String word() {
        return word;
    }

    static Optional<ActionWord> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ActionWord::word).toList();
    }

    /** Whether it calls another system and so has {@code do}, {@code system}, {@code as}, {@code wait} and branches. */
    boolean isSystem() {
        return form == Form.SYSTEM;
    }

    ObjectNode parameters(YamlNode value, Mistakes mistakes) {
        ObjectNode parameters =
                value.json() instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        switch (form) {
            case NAME_OR_MAP -> nameOrMap(value, parameters, mistakes);
            case SYSTEM -> system(value, mistakes);
            case LISTS -> lists(value, parameters, mistakes);
            case VALUES -> values(value, parameters, mistakes);
            case DELAY -> {
                return Delay.read(value, mistakes);
            }
        }
        return parameters;
    }

    private void nameOrMap(YamlNode value, ObjectNode parameters, Mistakes mistakes) {
        if (value.isMap()) {
            new KnownKeys(word() + " ", keys).check(value, mistakes);
        } else if (value.isText()) {
            parameters.put(keys.get(0), value.text());
        }
        value.get("with").filter(with -> !with.isMap()).ifPresent(with -> mistakes.add(with, "with 要写成 {字段: 值}"));
        if (!parameters.hasNonNull(keys.get(0)) && !isComplete(value, parameters, mistakes)) {
            mistakes.add(value, howToWrite());
        }
    }

    /** Whether it says enough without its first key. */
    private boolean isComplete(YamlNode value, ObjectNode parameters, Mistakes mistakes) {
        return switch (this) {
            case HANDOFF -> true;
            case REPLY -> isAnswer(value, mistakes) || parameters.has("text");
            case NOTIFY -> parameters.has("users");
            default -> false;
        };
    }

    private String howToWrite() {
        return switch (this) {
            case REPLY -> "reply 要写话术的 id,或者 {text: \"…\"},或者 {similar: true}";
            case WEBHOOK -> "webhook 要写 esb.webhooks 里的名字,或者 {to: 名字, with: {…}}";
            default -> "notify 要写组名,或者 {to: 组名, text: \"…\"},或者 {users: [成员的 userid], text: \"…\"}";
        };
    }

    private static boolean isAnswer(YamlNode value, Mistakes mistakes) {
        value.get("similar")
                .filter(similar ->
                        !similar.text().equals("true") || value.keys().size() > 1)
                .ifPresent(similar -> mistakes.add(similar, "最相近的话术单独写:reply: {similar: true}"));
        return value.get("similar").isPresent();
    }

    private void system(YamlNode value, Mistakes mistakes) {
        Optional<YamlNode> verb = value.get("do");
        if (verb.isEmpty()) {
            mistakes.add(value, "动作“" + word() + "”要写 do:,例如 {do: " + keys.get(0) + "}");
        } else if (!keys.contains(verb.get().text())) {
            mistakes.add(
                    verb.get(),
                    word() + " 没有“" + verb.get().text() + "”"
                            + Suggestion.of(verb.get().text(), keys));
        }
        value.get("with").filter(with -> !with.isMap()).ifPresent(with -> mistakes.add(with, "with 要写成 {字段: 值}"));
    }

    private void lists(YamlNode value, ObjectNode parameters, Mistakes mistakes) {
        if (value.isMap()) {
            new KnownKeys(word() + " ", keys).check(value, mistakes);
            keys.forEach(key -> value.get(key).ifPresent(list -> parameters.set(key, texts(list))));
        } else {
            parameters.set(keys.get(0), texts(value));
        }
        if (keys.stream().allMatch(key -> parameters.path(key).isEmpty())) {
            mistakes.add(value, word() + " 要写成 {add: [标签], remove: [标签]}");
        }
        List<YamlNode> lists = value.isMap() ? List.copyOf(value.map().values()) : List.of(value);
        lists.stream()
                .flatMap(list -> list.items().stream())
                .filter(tag -> !TagPath.isValid(tag.text()))
                .forEach(tag -> mistakes.add(tag, "标签最多三级,用 / 分开,例如 会员/黄金/年卡"));
    }

    private void values(YamlNode value, ObjectNode parameters, Mistakes mistakes) {
        if (parameters.isEmpty()) {
            mistakes.add(value, word() + " 要写成 {属性名: 值}");
        }
        value.get("conversation")
                .filter(variables -> !variables.isMap())
                .ifPresent(variables -> mistakes.add(variables, "conversation 要写成 {变量名: 值},记在会话里而不是客户身上"));
    }

    private static ArrayNode texts(YamlNode list) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        list.items().forEach(item -> texts.add(item.text()));
        return texts;
    }
}
