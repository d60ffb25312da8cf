package com.wecomesb.rule;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Match;
import com.gliwka.hyperscan.wrapper.Scanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hyperscan through its Java binding: an expression for each rule, and for {@code all} a logical combination of its words.
 * It cannot exclude, nor ask for an attribute: that is tried for the rules that it reports. It scans the core of the message,
 * so that {@code ^word$} is what an exact rule means.
 */
final class HyperscanRules implements Engine {

    private static final EnumSet<ExpressionFlag> ONCE = EnumSet.of(ExpressionFlag.UTF8, ExpressionFlag.SINGLEMATCH);
    private static final EnumSet<ExpressionFlag> WORD =
            EnumSet.of(ExpressionFlag.UTF8, ExpressionFlag.SINGLEMATCH, ExpressionFlag.QUIET);
    private static final EnumSet<ExpressionFlag> COMBINATION =
            EnumSet.of(ExpressionFlag.COMBINATION, ExpressionFlag.SINGLEMATCH);

    private final List<Tried> tried;
    private final Database database;
    private final Scanner scanner = new Scanner();

    HyperscanRules(List<Case> rules) {
        tried = rules.stream().map(Tried::of).toList();
        Map<String, Integer> words = new LinkedHashMap<>();
        List<Expression> expressions = new ArrayList<>();
        for (Case rule : rules) {
            expressions.add(
                    switch (rule.kind()) {
                        case EXACT -> new Expression("^" + rule.words().get(0) + "$", ONCE, rule.number());
                        case REGEX -> new Expression(rule.regex(), ONCE, rule.number());
                        case ANY -> new Expression(String.join("|", rule.words()), ONCE, rule.number());
                        case ALL ->
                            rule.words().size() == 1
                                    ? new Expression(rule.words().get(0), ONCE, rule.number())
                                    : combination(rule, words, rules.size());
                    });
        }
        words.forEach((word, id) -> expressions.add(new Expression(word, WORD, id)));
        try {
            database = Database.compile(expressions);
        } catch (CompileErrorException exception) {
            throw new IllegalStateException("Hyperscan refuses " + exception.getFailedExpression(), exception);
        }
        scanner.allocScratch(database);
    }

    private static Expression combination(Case rule, Map<String, Integer> words, int firstId) {
        String each = rule.words().stream()
                .map(word -> String.valueOf(words.computeIfAbsent(word, made -> firstId + words.size())))
                .collect(Collectors.joining("&"));
        return new Expression(each, COMBINATION, rule.number());
    }

    @Override
    public int first(Message message) {
        throw new UnsupportedOperationException("Hyperscan knows no priorities");
    }

    @Override
    public void all(Message message, Found found) {
        for (Match match : scanner.scan(database, message.core())) {
            int number = match.getMatchedExpression().getId();
            Tried rule = tried.get(number);
            boolean certain = rule.rule().except().isEmpty() && rule.rule().level().isEmpty();
            if (certain || rule.holds(message)) {
                found.add(number);
            }
        }
    }

    @Override
    public void close() {
        scanner.close();
        database.close();
    }
}
