package com.wecomesb.rule.condition;

import java.util.Optional;

/** Finds a run of characters that every match of a regular expression contains; cautious, it may find none. */
final class RequiredLiteral {

    private RequiredLiteral() {}

    static Optional<String> of(String regex) {
        String best = "";
        StringBuilder run = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (depth == 0 && c == '|') {
                return Optional.empty();
            }
            boolean literal = depth == 0 && isLiteral(c) && !isOptional(regex, i + 1);
            if (literal) {
                run.append(c);
                continue;
            }
            best = longer(best, run);
            run.setLength(0);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = endOfClass(regex, i);
            } else if (c == '{') {
                i = Math.max(i, regex.indexOf('}', i));
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        best = longer(best, run);
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static boolean isLiteral(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isOptional(String regex, int next) {
        return next < regex.length() && "?*{".indexOf(regex.charAt(next)) >= 0;
    }

    private static int endOfClass(String regex, int start) {
        for (int i = start + 1; i < regex.length(); i++) {
            if (regex.charAt(i) == '\\') {
                i++;
            } else if (regex.charAt(i) == ']' && i > start + 1) {
                return i;
            }
        }
        return regex.length();
    }

    private static String longer(String best, StringBuilder run) {
        return run.length() > best.length() ? run.toString() : best;
    }
}
