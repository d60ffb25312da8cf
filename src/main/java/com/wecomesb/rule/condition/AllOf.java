package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Override
    public double confidence(Reading reading) {
        return lines.stream()
                .mapToDouble(line -> line.confidence(reading))
                .min()
                .orElse(1);
    }

    @Override
    public boolean nearlyHolds(Reading reading) {
        return lines.stream().allMatch(line -> line.holds(reading) || line.nearlyHolds(reading));
    }

    @Override
    public void asksFor(Counted.Builder counted) {
        lines.forEach(line -> line.asksFor(counted));
    }

    @Override
    public Foresight at(Place place) {
        if (lines.stream().anyMatch(line -> line.at(place) == Foresight.NEVER)) {
            return Foresight.NEVER;
        }
        boolean always = lines.stream().allMatch(line -> line.at(place) == Foresight.ALWAYS);
        return always ? Foresight.ALWAYS : Foresight.DEPENDS;
    }

    @Override
    public Optional<String> guesses(Place place) {
        return at(place) == Foresight.NEVER
                ? Optional.empty()
                : lines.stream().flatMap(line -> line.guesses(place).stream()).findFirst();
    }
}
