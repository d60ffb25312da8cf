package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.Mapping;
import com.wecomesb.mapping.MappingResult;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.mapping.MappingViolated;
import java.time.Clock;
import java.util.Optional;

/**
 * Between the canonical documents and a system's own shapes, by the mappings as they were at one moment. A document that no
 * mapping is for stays as it is; one that its mapping refuses is a {@link ConnectorFailed}.
 */
record Translation(MappingSet mappings, Clock clock) {

    /** A canonical document in the system's shape. */
    JsonNode outward(ConnectedSystem system, String verb, JsonNode document, CallContext context) {
        return mapped(forCall(system, verb), document, context);
    }

    /** Of a canonical document what its changed fields come to in the system's shape; all of it when none is named. */
    JsonNode changesOutward(ConnectedSystem system, String verb, JsonNode document, CallContext context) {
        JsonNode whole = outward(system, verb, document, context);
        return context.changed().isEmpty()
                ? whole
                : ChangedFields.of(
                        whole, outward(system, verb, ChangedFields.without(document, context.changed()), context));
    }

    /** A system's record in canonical shape. */
    JsonNode back(ConnectedSystem system, String kind, JsonNode record, CallContext context) {
        return mapped(forAnswer(system, kind), record, context);
    }

    /** Whether the system's records of a kind can be brought into canonical shape. */
    boolean leadsBack(ConnectedSystem system, String kind) {
        return forAnswer(system, kind).isPresent();
    }

    /** Whether a field of the canonical document reaches the system's shape. */
    boolean reads(ConnectedSystem system, String verb, String path) {
        return forCall(system, verb)
                .filter(mapping -> !mapping.unread().contains(path))
                .isPresent();
    }

    private Optional<Mapping> forCall(ConnectedSystem system, String verb) {
        return mappings.forCall(Verbs.canonical(verb), system.name(), system.connector());
    }

    private Optional<Mapping> forAnswer(ConnectedSystem system, String kind) {
        return mappings.forAnswer(kind, system.name(), system.connector());
    }

    private JsonNode mapped(Optional<Mapping> mapping, JsonNode document, CallContext context) {
        if (mapping.isEmpty()) {
            return document;
        }
        MappingResult result = mapping.get().apply(document, context.variables());
        if (!result.isClean()) {
            throw Failures.of(new MappingViolated(result.violations()), false, clock.instant());
        }
        return result.result();
    }
}
