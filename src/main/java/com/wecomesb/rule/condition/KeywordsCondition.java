package com.wecomesb.rule.condition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code keywords: {any: […], all: […], except: […], mode: contains|exact}}. With {@code exact} the whole message is
 * one of {@code any}.
 */
record KeywordsCondition(List<String> any, List<String> all, List<String> except, boolean exact) implements Condition {

    @Override
    public Answer test(Reading reading) {
        for (String term : except) {
            if (reading.contains(term)) {
                return Answer.no("含有排除词“" + term + "”");
            }
        }
        for (String term : all) {
            if (!reading.contains(term)) {
                return Answer.no("没有关键词“" + term + "”");
            }
        }
        return any.isEmpty() ? Answer.yes("关键词“" + String.join("”和“", all) + "”") : testAny(reading);
    }

    private Answer testAny(Reading reading) {
        for (String term : any) {
            boolean hit = exact ? reading.facts().normalizedText().equals(term) : reading.contains(term);
            if (hit) {
                return Answer.yes((exact ? "整句等于“" : "关键词“") + term + "”");
            }
        }
        return Answer.no((exact ? "整句不等于“" : "没有关键词“")
                + String.join("”“", any.subList(0, Math.min(3, any.size())))
                + (any.size() > 3 ? "”…" : "”"));
    }

    @Override
    public Optional<Set<String>> required() {
        if (!all.isEmpty()) {
            String rarest = all.stream()
                    .reduce((one, other) -> other.length() > one.length() ? other : one)
                    .orElseThrow();
            return Optional.of(Set.of(rarest));
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(any));
    }

    @Override
    public Set<String> terms() {
        Set<String> terms = new HashSet<>(any);
        terms.addAll(all);
        terms.addAll(except);
        return terms;
    }
}
