package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;

/**
 * The terms of which one must be seen in a text before a condition can hold. The index looks at a rule only then.
 *
 * @param known whether there are such terms; without them the rule is always looked at
 * @param contained terms that are enough anywhere in the text
 * @param whole terms that are enough only as the whole text
 */
public record Guard(boolean known, List<Integer> contained, List<Integer> whole) {

    static final Guard NONE = new Guard(false, List.of(), List.of());

    private static final int LONG_ENOUGH = 3;
    private static final int LENGTH_WEIGHT = 1 << (2 * LONG_ENOUGH);

    static Guard contained(List<Integer> terms) {
        return new Guard(true, List.copyOf(terms), List.of());
    }

    static Guard whole(List<Integer> terms) {
        return new Guard(true, List.of(), List.copyOf(terms));
    }

    /** For conditions of which all must hold: any one guard is enough, the rarest makes the fewest candidates. */
    public static Guard rarest(List<Condition> conditions, Terms terms) {
        Guard rarest = NONE;
        int least = Integer.MAX_VALUE;
        for (Condition condition : conditions) {
            Guard guard = condition.guard(terms);
            int cost = guard.known ? guard.cost(terms) : Integer.MAX_VALUE;
            if (cost < least) {
                rarest = guard;
                least = cost;
            }
        }
        return rarest;
    }

    /** For conditions of which one must hold: all their guards together, if each has one. */
    static Guard union(List<Condition> conditions, Terms terms) {
        List<Guard> guards =
                conditions.stream().map(condition -> condition.guard(terms)).toList();
        if (!guards.stream().allMatch(Guard::known)) {
            return NONE;
        }
        return new Guard(
                true,
                guards.stream()
                        .flatMap(guard -> guard.contained.stream())
                        .distinct()
                        .toList(),
                guards.stream()
                        .flatMap(guard -> guard.whole.stream())
                        .distinct()
                        .toList());
    }

    int cost(Terms terms) {
        int cost = whole.size();
        for (int id : contained) {
            cost += cost(id, terms);
        }
        return cost;
    }

    /** Each further character, up to three, makes a term four times rarer: a guess that tells 退 from 退换货. */
    static int cost(int id, Terms terms) {
        int length = Math.min(LONG_ENOUGH, terms.text(id).length());
        return Math.max(1, (terms.uses(id) * LENGTH_WEIGHT) >> (2 * length));
    }
}
