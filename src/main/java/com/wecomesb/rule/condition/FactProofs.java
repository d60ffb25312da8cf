package com.wecomesb.rule.condition;

import java.util.Set;

/** What can be proved of conditions that ask about facts. */
final class FactProofs {

    private FactProofs() {}

    static boolean implies(Condition narrow, Condition wide) {
        if (narrow instanceof TagCondition one && wide instanceof TagCondition other) {
            return areWithin(one.tags(), other.tags());
        }
        if (narrow instanceof NoTagCondition one && wide instanceof NoTagCondition other) {
            return areWithin(other.forbidden().tags(), one.forbidden().tags());
        }
        if (narrow instanceof OneOfCondition one && wide instanceof OneOfCondition other) {
            return one.fact() == other.fact() && other.values().containsAll(one.values());
        }
        return narrow instanceof UnansweredCondition one
                && wide instanceof UnansweredCondition other
                && one.atLeast() >= other.atLeast();
    }

    static boolean contradict(Condition one, Condition other) {
        if (one instanceof TagCondition wanted && other instanceof NoTagCondition unwanted) {
            return areWithin(wanted.tags(), unwanted.forbidden().tags());
        }
        return one instanceof OneOfCondition some
                && other instanceof OneOfCondition others
                && some.fact() == others.fact()
                && some.values().stream().noneMatch(others.values()::contains);
    }

    /** Whether each of these tags is one of the others, or below one of them. */
    private static boolean areWithin(Set<String> tags, Set<String> others) {
        return tags.stream()
                .allMatch(tag -> others.stream().anyMatch(other -> tag.equals(other) || tag.startsWith(other + "/")));
    }
}
