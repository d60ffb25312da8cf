package com.wecomesb.rule.condition;

import com.wecomesb.rule.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds terms of which every match of a regular expression contains at least one: 「订单」 for {@code 订单[0-9]+}, 「退货」
 * and 「退款」 for {@code (退货|退款).*流程}. Cautious: where it does not understand the expression it finds none.
 */
final class RequiredTerms {

    private static final String CLASS_ESCAPES = "dDwWsSbBAzZpPxQECaftnrv";

    private final String regex;
    private int at;

    private RequiredTerms(String regex) {
        this.regex = regex;
    }

    /** Normalised terms, none when a match need not contain any. */
    static List<String> of(String regex) {
        if (regex.contains("\\Q")) {
            return List.of();
        }
        RequiredTerms parser = new RequiredTerms(regex);
        List<String> found = parser.alternatives();
        return parser.at == regex.length() ? found : List.of();
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean each = true;
        while (true) {
            List<String> branch = sequence();
            each &= !branch.isEmpty();
            all.addAll(branch);
            if (at >= regex.length() || regex.charAt(at) != '|') {
                return each ? all : List.of();
            }
            at++;
        }
    }

    /** The best terms among those that the parts of a sequence require. */
    private List<String> sequence() {
        List<String> best = List.of();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            int start = at;
            List<String> group = part();
            boolean literal = isLiteral(start);
            String part = literal ? regex.substring(at - 1, at) : "";
            Quantifier quantifier = quantifier();
            if (literal && quantifier != Quantifier.OPTIONAL) {
                run.append(part);
            }
            if (literal && quantifier == Quantifier.ONCE) {
                continue;
            }
            best = better(best, run.toString());
            run.setLength(0);
            if (quantifier != Quantifier.OPTIONAL) {
                best = better(best, group);
            }
        }
        return better(best, run.toString());
    }

    private boolean isLiteral(int start) {
        char c = regex.charAt(start);
        return c == '\\'
                ? at == start + 2 && CLASS_ESCAPES.indexOf(regex.charAt(at - 1)) < 0
                : ".[(^$".indexOf(c) < 0 && !Character.isSurrogate(c);
    }

    /** Steps over one part; what a group requires, nothing for any other part. */
    private List<String> part() {
        char c = regex.charAt(at++);
        if (c == '(') {
            return group();
        }
        if (c == '[') {
            skipClass();
        } else if (c == '\\' && at < regex.length()) {
            skipEscape();
        }
        return List.of();
    }

    private List<String> group() {
        if (regex.startsWith("?", at)) {
            while (at < regex.length() && ">:)".indexOf(regex.charAt(at)) < 0) {
                at++;
            }
            at += regex.startsWith(")", at) ? 0 : 1;
        }
        List<String> inner = alternatives();
        at++;
        return inner;
    }

    private void skipClass() {
        at += regex.startsWith("^", at) ? 1 : 0;
        at += regex.startsWith("]", at) ? 1 : 0;
        while (at < regex.length() && regex.charAt(at) != ']') {
            if (regex.startsWith("[:", at)) {
                at = Math.max(at, regex.indexOf(":]", at)) + 1;
            } else if (regex.charAt(at) == '\\') {
                at++;
            }
            at++;
        }
        at++;
    }

    private void skipEscape() {
        char c = regex.charAt(at++);
        if ("pPx".indexOf(c) >= 0) {
            at = regex.startsWith("{", at) ? regex.indexOf('}', at) + 1 : at + (c == 'x' ? 2 : 1);
        } else if (Character.isDigit(c)) {
            at = regex.length() + 1;
        }
    }

    private enum Quantifier {
        ONCE,
        REPEATED,
        OPTIONAL
    }

    private Quantifier quantifier() {
        if (at >= regex.length()) {
            return Quantifier.ONCE;
        }
        Quantifier quantifier = switch (regex.charAt(at)) {
            case '?', '*' -> Quantifier.OPTIONAL;
            case '+' -> Quantifier.REPEATED;
            case '{' -> braces();
            default -> Quantifier.ONCE;
        };
        if (quantifier != Quantifier.ONCE) {
            at++;
            at += regex.startsWith("?", at) ? 1 : 0;
        }
        return quantifier;
    }

    /** A brace that is no count is itself a literal, which this leaves to the cautious side. */
    private Quantifier braces() {
        int end = regex.indexOf('}', at);
        boolean optional = end < 0 || regex.startsWith("0", at + 1) || !Character.isDigit(regex.charAt(at + 1));
        at = end < 0 ? regex.length() : end;
        return optional ? Quantifier.OPTIONAL : Quantifier.REPEATED;
    }

    private static List<String> better(List<String> best, String run) {
        String term = Normalizer.normalize(run);
        return term.isEmpty() ? best : better(best, List.of(term));
    }

    /** The longer the shortest of them, the fewer texts contain one. */
    private static List<String> better(List<String> one, List<String> other) {
        return shortest(other) > shortest(one) ? other : one;
    }

    private static int shortest(List<String> terms) {
        return terms.stream().mapToInt(String::length).min().orElse(0);
    }
}
