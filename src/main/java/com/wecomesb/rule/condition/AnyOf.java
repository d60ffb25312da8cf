package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code any: […]}: one of the lines holds. */
record AnyOf(List<Condition> lines) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        for (Condition line : lines) {
            if (line.holds(reading)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String held(Reading reading) {
        return lines.stream()
                .filter(line -> line.holds(reading))
                .map(line -> line.held(reading))
                .findFirst()
                .orElse("");
    }

    @Override
    public String failed(Reading reading) {
        return lines.stream().map(line -> line.failed(reading)).collect(Collectors.joining(",也"));
    }

    @Override
    public Guard guard(Terms terms) {
        return Guard.union(lines, terms);
    }

    /** Of all lines that hold, or where none does of those that nearly do; the first one's where two give a name. */
    @Override
    public void variables(Reading reading, Map<String, String> into) {
        boolean sure = holds(reading);
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (sure ? lines.get(i).holds(reading) : lines.get(i).nearlyHolds(reading)) {
                lines.get(i).variables(reading, into);
            }
        }
    }

    /** Of the surest line. */
    @Override
    public double confidence(Reading reading) {
        return lines.stream()
                .filter(line -> line.holds(reading) || line.nearlyHolds(reading))
                .mapToDouble(line -> line.confidence(reading))
                .max()
                .orElse(1);
    }

    @Override
    public boolean nearlyHolds(Reading reading) {
        return lines.stream().anyMatch(line -> line.nearlyHolds(reading));
    }

    @Override
    public void asksFor(Counted.Builder counted) {
        lines.forEach(line -> line.asksFor(counted));
    }

    @Override
    public Foresight at(Place place) {
        if (lines.stream().anyMatch(line -> line.at(place) == Foresight.ALWAYS)) {
            return Foresight.ALWAYS;
        }
        boolean never = lines.stream().allMatch(line -> line.at(place) == Foresight.NEVER);
        return never ? Foresight.NEVER : Foresight.DEPENDS;
    }

    @Override
    public Optional<String> guesses(Place place) {
        return lines.stream().flatMap(line -> line.guesses(place).stream()).findFirst();
    }
}
