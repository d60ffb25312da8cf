package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a value is compared with: a text or a list ({@code 上海}, {@code [上海, 北京]}), or operators that must all hold
 * ({@code {at-least: 100, below: 500}}). A value that is not there, or is empty, fits {@code not} and {@code exists: false}
 * only.
 *
 * @param words for people
 */
record Comparison(Test test, String words) {

    /** What is asked of a value; a date without a zone is meant in the given one. */
    @FunctionalInterface
    interface Test {
        boolean holds(JsonNode value, ZoneId zone);
    }

    static Comparison read(YamlNode node, Mistakes mistakes) {
        return new ComparisonReader(mistakes).read(node);
    }

    /** All of these must hold. */
    static Comparison all(List<Comparison> parts) {
        return new Comparison(
                (value, zone) -> parts.stream().allMatch(part -> part.holds(value, zone)),
                String.join(",", parts.stream().map(Comparison::words).toList()));
    }

    boolean holds(JsonNode value, ZoneId zone) {
        return test.holds(value, zone);
    }

    /** For values that are no dates. */
    boolean holds(JsonNode value) {
        return test.holds(value, ZoneOffset.UTC);
    }

    static boolean isThere(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty());
    }
}
