package com.wecomesb.connector.draft;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The properties of a new connector, which become settings. */
final class DraftProperties {

    private final Map<String, String> lines = new LinkedHashMap<>();

    void add(String name, String line) {
        lines.putIfAbsent(name, line);
    }

    void secret(String name) {
        add(name, name + ": {title: 密钥, description: 厂商给的密钥, secret: true, required: true}");
    }

    List<String> lines() {
        return List.copyOf(lines.values());
    }

    List<String> settings() {
        return List.copyOf(lines.keySet());
    }

    /** {@code X-Api-Key} is apiKey, {@code app_key} is appKey. */
    static String nameOf(String name) {
        if (name.equalsIgnoreCase("Authorization")) {
            return "token";
        }
        List<String> words = Arrays.stream(
                        name.toLowerCase(Locale.ROOT).replaceFirst("^x-", "").split("[-_]"))
                .filter(word -> !word.isEmpty())
                .toList();
        StringBuilder camel = new StringBuilder(words.get(0));
        words.stream()
                .skip(1)
                .forEach(word ->
                        camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return camel.toString();
    }
}
