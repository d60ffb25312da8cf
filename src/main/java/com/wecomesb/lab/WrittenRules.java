package com.wecomesb.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of rule files as they are written, by their ids: two are equal when they say the same. */
final class WrittenRules {

    private WrittenRules() {}

    /** @param content texts of files by path */
    static Map<String, JsonNode> of(Map<String, String> content) {
        Map<String, JsonNode> rules = new HashMap<>();
        content.forEach((path, text) -> {
            if (path.startsWith("rules/")) {
                YamlFile.read(path, text, new Mistakes()).ifPresent(file -> read(file, rules));
            }
        });
        return rules;
    }

    private static void read(YamlNode file, Map<String, JsonNode> rules) {
        for (YamlNode rule : file.get("rules").map(YamlNode::items).orElse(List.of())) {
            if (rule.isMap()) {
                rule.get("id").ifPresent(id -> rules.put(id.text(), rule.json()));
            }
        }
    }
}
