package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.description.SettingValues;
import com.wecomesb.connector.expression.Jslt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the connectors' own words make of records: their versions. Thread-safe. */
final class RecordVersions {

    private final Supplier<Connectors> connectors;
    // The settings of a system are read once for thousands of records.
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(ConnectedSystem system, ConnectorDescription description, Map<String, JsonNode> variables) {

        static Known of(ConnectedSystem system, ConnectorDescription description) {
            return new Known(
                    system,
                    description,
                    Map.of("config", SettingValues.of(system, description).config()));
        }

        @SuppressWarnings("ReferenceEquality") // a description is read anew as a whole
        boolean isOf(ConnectedSystem current, ConnectorDescription inForce) {
            return system.equals(current) && description == inForce;
        }
    }

    RecordVersions(Supplier<Connectors> connectors) {
        this.connectors = connectors;
    }

    /** Nothing where the connector has no words for it, or they find nothing. */
    Optional<JsonNode> of(ConnectedSystem system, String kind, JsonNode record) {
        Optional<ConnectorDescription> connector = connectors.get().find(system.connector());
        if (connector.isEmpty()) {
            return Optional.empty();
        }
        Jslt version = connector.get().versions().get(kind);
        return version == null
                ? Optional.empty()
                : Optional.of(version.of(record, variables(system, connector.get())))
                        .filter(said -> !said.isNull());
    }

    private Map<String, JsonNode> variables(ConnectedSystem system, ConnectorDescription description) {
        Known before = known.get(system.name());
        if (before != null && before.isOf(system, description)) {
            return before.variables();
        }
        Known now = Known.of(system, description);
        known.put(system.name(), now);
        return now.variables();
    }
}
