package com.wecomesb.connector.description;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The descriptions in force, by the connector's name. Immutable. */
public record Connectors(Map<String, ConnectorDescription> byName) {

    public Connectors {
        byName = Map.copyOf(byName);
    }

    public static Connectors none() {
        return new Connectors(Map.of());
    }

    public Optional<ConnectorDescription> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** By name. */
    public Collection<ConnectorDescription> all() {
        return new TreeMap<>(byName).values();
    }
}
