package com.wecomesb.decision;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What accounts of one brand have in common.
 *
 * @param id what accounts and rules call it
 * @param variables what templates see as {@code brand.NAME}; {@code name} is always there
 */
public record Brand(String id, Map<String, String> variables) {

    static final String NAME = "name";

    public Brand {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putIfAbsent(NAME, id);
        variables = Map.copyOf(all);
    }
}
