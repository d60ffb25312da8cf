package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a system says of a failure, for people: without numbers, addresses, and whatever it was sent. */
record SaidWords(String text) {

    private static final int LONGEST = 100;
    private static final String HIDDEN = "…";

    /** @param variables of the call; its {@code document} is what must not be told */
    String without(Map<String, JsonNode> variables) {
        List<String> sent = new ArrayList<>();
        collect(variables.getOrDefault("document", NullNode.getInstance()), sent);
        collect(variables.getOrDefault("externalId", NullNode.getInstance()), sent);
        sent.sort(Comparator.comparingInt(String::length).reversed());
        String words = text;
        for (String value : sent) {
            words = words.replace(value, HIDDEN);
        }
        words = words.replaceAll("\\S*@\\S*", HIDDEN)
                .replaceAll("[0-9]{4,}", HIDDEN)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + HIDDEN;
    }

    private static void collect(JsonNode node, List<String> texts) {
        node.forEach(child -> collect(child, texts));
        if (node.isValueNode() && node.asText("").length() > 1) {
            texts.add(node.asText());
        }
    }
}
