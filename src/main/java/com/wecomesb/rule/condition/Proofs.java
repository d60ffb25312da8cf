package com.wecomesb.rule.condition;

import com.wecomesb.rule.condition.TermTest.Kind;
import com.wecomesb.rule.term.Terms;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be proved of conditions without any message. Sound, not complete: what it says is so, what it cannot say may be
 * so all the same. What is found by likeness proves nothing.
 */
public final class Proofs {

    private final Terms terms;

    /** @param terms that the conditions' terms are numbers of */
    public Proofs(Terms terms) {
        this.terms = terms;
    }

    /** Whether every message that suits all of the narrow ones suits the wide ones, too. */
    public boolean implies(List<Condition> narrow, List<Condition> wide) {
        return wide.stream().allMatch(one -> impliesOne(narrow, one));
    }

    private boolean impliesOne(List<Condition> narrow, Condition wide) {
        if (wide instanceof AllOf all) {
            return implies(narrow, all.lines());
        }
        if (wide instanceof AnyOf any && any.lines().stream().anyMatch(line -> impliesOne(narrow, line))) {
            return true;
        }
        return narrow.stream().anyMatch(one -> implies(one, wide));
    }

    private boolean implies(Condition narrow, Condition wide) {
        if (narrow.equals(wide)) {
            return true;
        }
        if (narrow instanceof AnyOf any) {
            return any.lines().stream().allMatch(line -> impliesOne(List.of(line), wide));
        }
        if (narrow instanceof AllOf all) {
            return impliesOne(all.lines(), wide);
        }
        if (wide instanceof AnyOf any) {
            return any.lines().stream().anyMatch(line -> implies(narrow, line));
        }
        if (narrow instanceof UnlessCondition one && wide instanceof UnlessCondition other) {
            return impliesOne(List.of(other.condition()), one.condition());
        }
        return FactProofs.implies(narrow, wide) || impliesByTerms(narrow.termTests(), wide.termTests());
    }

    private boolean impliesByTerms(List<TermTest> narrow, List<TermTest> wide) {
        return !wide.isEmpty() && wide.stream().allMatch(test -> narrow.stream().anyMatch(one -> implies(one, test)));
    }

    private boolean implies(TermTest narrow, TermTest wide) {
        return switch (wide.kind()) {
            case ANY -> narrow.kind() != Kind.NONE && each(narrow.terms(), wide.terms());
            case WHOLE -> narrow.kind() == Kind.WHOLE && wide.terms().containsAll(narrow.terms());
            case NONE -> narrow.kind() == Kind.NONE && each(wide.terms(), narrow.terms());
        };
    }

    /** Whether wherever one of the terms occurs one of the others does. */
    private boolean each(List<Integer> ids, List<Integer> others) {
        return ids.stream().allMatch(id -> others.contains(id) || containsOne(id, others));
    }

    private boolean containsOne(int id, List<Integer> others) {
        return terms.isLiteral(id)
                && others.stream()
                        .anyMatch(other ->
                                terms.isLiteral(other) && terms.text(id).contains(terms.text(other)));
    }

    /** Whether no message suits all of them. */
    public boolean contradict(List<Condition> all) {
        for (Condition one : all) {
            for (Condition other : all) {
                if (one != other && contradict(one, other)) {
                    return true;
                }
            }
        }
        return all.stream().anyMatch(one -> one instanceof AnyOf any && noneIsPossible(any, all));
    }

    private boolean noneIsPossible(AnyOf any, List<Condition> all) {
        return any.lines().stream()
                .allMatch(line -> all.stream().anyMatch(other -> other != any && excludes(line, other)));
    }

    private boolean excludes(Condition one, Condition other) {
        return contradict(one, other) || contradict(other, one);
    }

    private boolean contradict(Condition one, Condition other) {
        if (one instanceof AllOf all) {
            return all.lines().stream().anyMatch(line -> excludes(line, other));
        }
        if (other instanceof UnlessCondition unless && impliesOne(List.of(one), unless.condition())) {
            return true;
        }
        if (FactProofs.contradict(one, other)) {
            return true;
        }
        return one.termTests().stream()
                .anyMatch(test -> other.termTests().stream().anyMatch(against -> contradict(test, against)));
    }

    private boolean contradict(TermTest one, TermTest other) {
        if (one.kind() != Kind.NONE && other.kind() == Kind.NONE) {
            return each(one.terms(), other.terms());
        }
        if (one.kind() != Kind.WHOLE || other.kind() == Kind.NONE || !allLiteral(one) || !allLiteral(other)) {
            return false;
        }
        Set<Integer> common = new HashSet<>(one.terms());
        common.retainAll(other.terms());
        return common.isEmpty()
                && (other.kind() == Kind.WHOLE || one.terms().stream().noneMatch(id -> containsOne(id, other.terms())));
    }

    private boolean allLiteral(TermTest test) {
        return test.terms().stream().allMatch(terms::isLiteral);
    }

    /** Whether it held in the past only. */
    public static boolean isOver(Condition condition, LocalDateTime now) {
        return condition instanceof ValidCondition valid && valid.end() != null && !now.isBefore(valid.end());
    }
}
