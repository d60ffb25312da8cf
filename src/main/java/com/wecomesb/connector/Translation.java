package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.mapping.Mapping;
import com.wecomesb.mapping.MappingResult;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.mapping.MappingViolated;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    Outgoing changesOutward(ConnectedSystem system, String verb, JsonNode document, CallContext context) {
        JsonNode whole = outward(system, verb, document, context);
        Set<String> fields = context.changed();
        Optional<Mapping> mapping = forCall(system, verb);
        if (mapping.isEmpty()) {
            return fields.isEmpty() ? Outgoing.of(whole) : unmapped(whole, fields);
        }
        MappedLines lines = new MappedLines(
                mapping.get().trace(document, context.variables()).trace());
        if (fields.isEmpty()) {
            JsonNode bare = mapping.get()
                    .apply(ChangedFields.bare(document), context.variables())
                    .result();
            return new Outgoing(whole, whole, lines.defaults(whole, bare), Set.of());
        }
        return new Outgoing(
                said(mapping.get(), document, whole, lines, context), whole, Set.of(), lines.silent(fields));
    }

    private static Outgoing unmapped(JsonNode document, Set<String> fields) {
        Set<String> cleared = new TreeSet<>(fields);
        cleared.removeIf(document::has);
        JsonNode said = ChangedFields.of(document, ChangedFields.without(document, fields));
        return new Outgoing(said, document, Set.of(), cleared);
    }

    /** What would not be the same without the fields, and what they say although the mapping would say it without them. */
    private static JsonNode said(
            Mapping mapping, JsonNode document, JsonNode whole, MappedLines lines, CallContext context) {
        JsonNode without = ChangedFields.without(document, context.changed());
        ObjectNode said = ChangedFields.of(
                whole, mapping.apply(without, context.variables()).result());
        lines.saying(context.changed()).stream()
                .filter(name -> whole.has(name) && !said.has(name))
                .forEach(name -> said.set(name, whole.get(name)));
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
