package com.wecomesb.rule.condition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.wecomesb.rule.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code regex: "…"}, linear in the length of the text (RE2). Named groups become {@code match.NAME}. Behind its
 * longest literal it is looked at only where that occurs.
 */
final class RegexCondition implements Condition {

    private final String written;
    private final Pattern pattern;
    private final @Nullable String literal;

    RegexCondition(String written) {
        this.written = written;
        this.pattern = Pattern.compile(written.replace("(?<", "(?P<"), Pattern.CASE_INSENSITIVE);
        this.literal = RequiredLiteral.of(written).map(Normalizer::normalize).orElse(null);
    }

    @Override
    public Answer test(Reading reading) {
        Matcher matcher = pattern.matcher(reading.textWithCase());
        if (!matcher.find()) {
            return Answer.no("不符合正则 " + written);
        }
        Map<String, String> variables = new HashMap<>();
        for (String name : pattern.namedGroups().keySet()) {
            String value = matcher.group(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        return new Answer(true, "符合正则 " + written, 0, Map.copyOf(variables));
    }

    @Override
    public Optional<Set<String>> required() {
        return literal == null || literal.isEmpty() ? Optional.empty() : Optional.of(Set.of(literal));
    }

    @Override
    public Set<String> terms() {
        return required().orElse(Set.of());
    }
}
