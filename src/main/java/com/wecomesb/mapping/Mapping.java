package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;

/** One table, compiled to a plan over Jackson nodes. Immutable and thread-safe. */
public final class Mapping {

    private final String name;
    private final Table table;
    private final Unread unread;
    private final List<Way> ways;

    Mapping(String name, Table table, Unread unread, List<Way> ways) {
        this.name = name;
        this.table = table;
        this.unread = unread;
        this.ways = List.copyOf(ways);
    }

    public String name() {
        return name;
    }

    /** Maps a document; {@code context} holds what {@code $conversation}, {@code $channel}, … stand for. */
    public MappingResult apply(JsonNode source, JsonNode context) {
        Findings findings = new Findings(false);
        JsonNode result = table.map(Scope.of(source, context), findings);
        return new MappingResult(result, findings.violations());
    }

    /** The same, with every field's way to its value, and with what of the document no line reads. */
    public MappingTrace trace(JsonNode source, JsonNode context) {
        Findings findings = new Findings(true);
        JsonNode result = table.map(Scope.of(source, context), findings);
        return new MappingTrace(result, findings.trace(), findings.violations(), unread.of(source));
    }

    /** Whether any line reads a value of the document; if none does, its result says nothing about it. */
    public boolean reads(JsonNode source) {
        return unread.reads(source);
    }

    /** Fields of the source's schema that no line reads, {@code items[].weight}; empty when no schema is known. */
    public SortedSet<String> unread() {
        return unread.ofSchema();
    }

    /** From where to where its lines lead, in the order of the table. */
    public List<Way> ways() {
        return ways;
    }
}
