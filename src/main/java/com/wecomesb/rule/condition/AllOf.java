package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code all: […]}, and the lines of a {@code when}: every one holds. */
record AllOf(List<Condition> lines) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        for (Condition line : lines) {
            if (!line.holds(reading)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String held(Reading reading) {
        return lines.stream().map(line -> line.held(reading)).collect(Collectors.joining(",且"));
    }

    @Override
    public String failed(Reading reading) {
        return lines.stream()
                .filter(line -> !line.holds(reading))
                .map(line -> line.failed(reading))
                .collect(Collectors.joining(",也"));
    }

    @Override
    public Guard guard(Terms terms) {
        return Guard.rarest(lines, terms);
    }

    @Override
    public void variables(Reading reading, Map<String, String> into) {
        lines.forEach(line -> line.variables(reading, into));
    }
}
