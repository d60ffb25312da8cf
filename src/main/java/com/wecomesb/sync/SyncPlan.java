package com.wecomesb.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is kept in step with which system, {@code routes/sync.yaml}. Immutable. */
public final class SyncPlan {

    private final Map<String, SyncRule> rules = new TreeMap<>();

    SyncPlan(Collection<SyncRule> rules) {
        rules.forEach(rule -> this.rules.put(rule.system() + "/" + rule.kind(), rule));
    }

    /** Nothing is kept in step. */
    public static SyncPlan none() {
        return new SyncPlan(List.of());
    }

    Optional<SyncRule> of(String system, String kind) {
        return Optional.ofNullable(rules.get(system + "/" + kind));
    }

    List<SyncRule> all() {
        return List.copyOf(rules.values());
    }
}
