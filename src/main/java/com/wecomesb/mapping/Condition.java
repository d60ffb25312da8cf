package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code when} (every line holds) and {@code unless} (no line holds) of a line, or {@code where} of a block. */
record Condition(List<Clause> when, List<Clause> unless) {

    static final Condition NONE = new Condition(List.of(), List.of());

    boolean isNone() {
        return when.isEmpty() && unless.isEmpty();
    }

    boolean holds(Scope scope) {
        return when.stream().allMatch(clause -> clause.holds(scope))
                && unless.stream().noneMatch(clause -> clause.holds(scope));
    }

    Stream<Path> paths() {
        return Stream.concat(when.stream(), unless.stream()).map(Clause::path);
    }

    /** One value of the source and what it must be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Clause(Path path, Segment[] segments, ValueTest test) {

        static Clause of(Path path, ValueTest test) {
            return new Clause(path, path.segments().toArray(Segment[]::new), test);
        }

        boolean holds(Scope scope) {
            @Nullable JsonNode value = Segment.walk(scope.root(path.root()), segments);
            return test.holds(value == null || EmptyValue.is(value) ? null : value);
        }
    }
}
