package com.wecomesb.rule;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Match;
import com.gliwka.hyperscan.wrapper.Scanner;
import com.wecomesb.rule.Case.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hyperscan through its Java binding, in the form in which it is fastest: each word and each regular expression of all
 * rules once, as every report is a call from native code; rules are looked up by what was reported. One expression for each
 * rule takes ten times as long. What Hyperscan cannot say, exclusions and attributes, is tried afterwards.
 */
final class HyperscanRules implements Engine {

    private static final EnumSet<ExpressionFlag> ONCE = EnumSet.of(ExpressionFlag.UTF8, ExpressionFlag.SINGLEMATCH);

    private final Map<String, List<Tried>> whole = new HashMap<>();
    private final List<List<Tried>> byExpression = new ArrayList<>();
    private final Database database;
    private final Scanner scanner = new Scanner();
    private final boolean[] seen;

    HyperscanRules(List<Case> rules) {
        Map<String, List<Tried>> reported = new LinkedHashMap<>();
        for (Case rule : rules) {
            Tried tried = Tried.of(rule);
            switch (rule.kind()) {
                case EXACT -> whole.computeIfAbsent(rule.words().get(0), word -> new ArrayList<>()).add(tried);
                case REGEX -> reported.computeIfAbsent(rule.regex(), regex -> new ArrayList<>()).add(tried);
                case ALL -> reported.computeIfAbsent(rule.words().get(0), word -> new ArrayList<>()).add(tried);
                case ANY -> rule.words()
                        .forEach(word -> reported.computeIfAbsent(word, any -> new ArrayList<>()).add(tried));
            }
        }
        List<Expression> expressions = new ArrayList<>();
        reported.forEach((expression, tried) -> {
            expressions.add(new Expression(expression, ONCE, byExpression.size()));
            byExpression.add(tried);
        });
        try {
            database = Database.compile(expressions);
        } catch (CompileErrorException exception) {
            throw new IllegalStateException("Hyperscan refuses " + exception.getFailedExpression(), exception);
        }
        scanner.allocScratch(database);
        seen = new boolean[rules.size()];
    }

    @Override
    public int first(Message message) {
        throw new UnsupportedOperationException("Hyperscan knows no priorities");
    }

    @Override
    public void all(Message message, Found found) {
        int before = found.count();
        for (Match match : scanner.scan(database, message.text())) {
            add(byExpression.get(match.getMatchedExpression().getId()), message, found);
        }
        add(whole.getOrDefault(message.core(), List.of()), message, found);
        for (int i = before; i < found.count(); i++) {
            seen[found.get(i)] = false;
        }
    }

    private void add(List<Tried> rules, Message message, Found found) {
        for (int i = 0; i < rules.size(); i++) {
            Tried tried = rules.get(i);
            Case rule = tried.rule();
            boolean certain = rule.kind() != Kind.ALL && rule.except().isEmpty() && rule.level().isEmpty();
            if (!seen[rule.number()] && (certain || tried.holds(message))) {
                seen[rule.number()] = true;
                found.add(rule.number());
            }
        }
    }

    @Override
    public void close() {
        scanner.close();
        database.close();
    }
}
