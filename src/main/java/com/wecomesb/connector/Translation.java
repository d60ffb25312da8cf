package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.EmptyValue;
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

    /** Of a canonical document what its changed fields come to in the system's shape; what it says at all when none is named. */
    Outgoing changesOutward(ConnectedSystem system, String verb, JsonNode document, CallContext context) {
        JsonNode whole = outward(system, verb, document, context);
        FieldChanges changes = new FieldChanges(context.changed(), context.shared());
        JsonNode without = ChangedFields.without(document, changes.names());
        Optional<Mapping> mapping = forCall(system, verb);
        if (mapping.isEmpty()) {
            return new Outgoing(
                    changes.names().isEmpty() ? unmapped(document) : unmapped(document, without, changes), whole);
        }
        MappedLines lines = new MappedLines(mapping.get(), document, context.variables(), whole);
        if (changes.names().isEmpty()) {
            return new Outgoing(lines.said(unchecked(mapping.get(), ChangedFields.bare(document), context)), whole);
        }
        ObjectNode said = ChangedFields.of(whole, unchecked(mapping.get(), without, context));
        lines.tell(changes, said);
        return new Outgoing(said, whole);
    }

    /** What is mapped of a document that is none: what it lacks is no mistake. */
    private static JsonNode unchecked(Mapping mapping, JsonNode document, CallContext context) {
        return mapping.apply(document, context.variables()).result();
    }

    /** A list without items says nothing of those that they may have. */
    private static JsonNode unmapped(JsonNode document) {
        JsonNode said = document.deepCopy();
        said.properties()
                .removeIf(member -> member.getValue() instanceof ContainerNode<?> container && container.isEmpty());
        return said;
    }

    private static ObjectNode unmapped(JsonNode document, JsonNode without, FieldChanges changes) {
        ObjectNode said = ChangedFields.of(document, without);
        changes.names().stream()
                .map(FieldChanges::place)
                .filter(place -> EmptyValue.is(place.in(document)))
                .forEach(place -> place.put(said, NullNode.getInstance()));
        return said;
    }

    /** A system's record in canonical shape. */
    JsonNode back(ConnectedSystem system, String kind, JsonNode record, CallContext context) {
        return mapped(forAnswer(system, kind), record, context);
    }

    /** The same of a record that was found or listed: one of which the mapping reads nothing is refused. */
    JsonNode read(ConnectedSystem system, String kind, JsonNode record, CallContext context) {
        forAnswer(system, kind).filter(mapping -> !mapping.reads(record)).ifPresent(mapping -> {
            throw new NothingRead(
                    mapping.name(), mapping.trace(record, context.variables()).unread());
        });
        return back(system, kind, record, context);
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
