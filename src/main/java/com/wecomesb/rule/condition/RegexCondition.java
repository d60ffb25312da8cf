package com.wecomesb.rule.condition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Map;

/**
 * {@code regex: "…"}, linear in the length of the text (RE2). It is looked at only where a term occurs without which it
 * cannot match. Named groups become {@code match.NAME}, in the case that the customer wrote.
 *
 * @param required the numbers of terms of which every match contains one; empty when there are none
 */
record RegexCondition(String written, Pattern pattern, List<Integer> required) implements Condition {

    /** @throws com.google.re2j.PatternSyntaxException when it is not a regular expression of RE2 */
    static RegexCondition of(String written, Terms terms) {
        String normalized = PatternText.normalize(written);
        Pattern pattern = Pattern.compile(normalized, Pattern.CASE_INSENSITIVE);
        return new RegexCondition(
                written,
                pattern,
                RequiredTerms.of(normalized).stream().map(terms::id).toList());
    }

    @Override
    public boolean holds(Reading reading) {
        return pattern.matcher(reading.latinWithCase()).find();
    }

    @Override
    public String held(Reading reading) {
        return "符合正则 " + written;
    }

    @Override
    public String failed(Reading reading) {
        return "不符合正则 " + written;
    }

    @Override
    public Guard guard(Terms terms) {
        return required.isEmpty() ? Guard.NONE : Guard.contained(required);
    }

    @Override
    public void variables(Reading reading, Map<String, String> into) {
        Matcher matcher = pattern.matcher(reading.latinWithCase());
        if (!matcher.find()) {
            return;
        }
        for (String name : pattern.namedGroups().keySet()) {
            int start = matcher.start(name);
            if (start >= 0) {
                into.put(name, reading.textWithCase().substring(start, matcher.end(name)));
            }
        }
    }
}
