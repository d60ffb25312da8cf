package com.wecomesb.reply;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an entry says: messages, variants or the parts of an AIDA text, in styles and languages. */
final class WordingReader {

    private static final List<String> FORMS = List.of("messages", "variants", "aida");
    private static final KnownKeys LANGUAGE_KEYS = KnownKeys.of("语言", "messages", "variants", "aida", "styles");
    private static final KnownKeys STYLE_KEYS = KnownKeys.of("风格", "messages", "variants", "aida");
    private static final KnownKeys VARIANT_KEYS = KnownKeys.of("variants", "name", "weight", "messages", "aida");
    private static final int HEAVIEST = 1_000;

    private final Mistakes mistakes;
    private final ScriptReader scripts;

    WordingReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.scripts = new ScriptReader(mistakes);
    }

    /** @param what the map that says it, in words for people */
    Wording read(YamlNode map, String what) {
        List<YamlNode> forms =
                map.keys().stream().filter(key -> FORMS.contains(key.text())).toList();
        if (forms.isEmpty()) {
            mistakes.add(map, what + "要有 messages(或 variants、aida)");
        } else if (forms.size() > 1) {
            mistakes.add(forms.get(1), what + "里 messages、variants、aida 只能写一个");
        }
        List<Wording.Variant> variants = map.get("variants").map(this::variants).orElseGet(() -> List.of(single(map)));
        return new Wording(variants, styles(map));
    }

    Map<String, Wording> languages(YamlNode map) {
        Map<String, Wording> languages = new LinkedHashMap<>();
        for (YamlNode tag : keysOf(map, "languages", "{en: {messages: […]}}")) {
            if (!tag.text().matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")) {
                mistakes.add(tag, "语言要写成 en、zh-TW 这样的代码");
            }
            part(map, "languages", tag).ifPresent(part -> {
                LANGUAGE_KEYS.check(part, mistakes);
                languages.put(tag.text().replace('_', '-'), read(part, "语言“" + tag.text() + "”"));
            });
        }
        return languages;
    }

    private Map<String, Wording> styles(YamlNode map) {
        Map<String, Wording> styles = new LinkedHashMap<>();
        for (YamlNode name : keysOf(map, "styles", "{活泼: {messages: […]}}")) {
            part(map, "styles", name).ifPresent(part -> {
                STYLE_KEYS.check(part, mistakes);
                styles.put(name.text(), read(part, "风格“" + name.text() + "”"));
            });
        }
        return styles;
    }

    private List<YamlNode> keysOf(YamlNode map, String key, String example) {
        Optional<YamlNode> inner = map.get(key);
        if (inner.isPresent() && inner.get().keys().isEmpty()) {
            mistakes.add(inner.get(), key + " 要写成 " + example);
        }
        return inner.map(YamlNode::keys).orElse(List.of());
    }

    private Optional<YamlNode> part(YamlNode map, String key, YamlNode name) {
        Optional<YamlNode> part = map.get(key).flatMap(inner -> inner.get(name.text()));
        if (part.isEmpty() || !part.get().isMap()) {
            mistakes.add(name, "“" + name.text() + "”下面要写 messages(或 variants、aida)");
            return Optional.empty();
        }
        return part;
    }

    private List<Wording.Variant> variants(YamlNode list) {
        List<Wording.Variant> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode item : list.items()) {
            VARIANT_KEYS.check(item, mistakes);
            String name = item.get("name").map(YamlNode::text).orElse(String.valueOf(variants.size() + 1));
            if (!names.add(name)) {
                mistakes.add(item, "两个 variants 同名“" + name + "”,报表里分不开");
            }
            if (item.get("messages").isEmpty() && item.get("aida").isEmpty()) {
                mistakes.add(item, "每个 variants 要有 messages(或 aida)");
            }
            variants.add(new Wording.Variant(name, weight(item), single(item).script()));
        }
        if (variants.size() < 2) {
            mistakes.add(list, "variants 至少要有两个,只有一个就直接写 messages");
        }
        return variants.isEmpty() ? List.of(new Wording.Variant(null, 1, Script.EMPTY)) : variants;
    }

    private int weight(YamlNode item) {
        Optional<YamlNode> weight = item.get("weight");
        String text = weight.map(YamlNode::text).orElse("1");
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > HEAVIEST) {
            mistakes.add(weight.orElse(item), "weight 要写 1 到 " + HEAVIEST + " 的整数");
            return 1;
        }
        return number;
    }

    private Wording.Variant single(YamlNode map) {
        Optional<YamlNode> aida = map.get("aida");
        Script script = aida.isPresent()
                ? scripts.aida(aida.get())
                : map.get("messages").map(scripts::messages).orElse(Script.EMPTY);
        return new Wording.Variant(null, 1, script);
    }
}
