package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The data loss report: which fields of the source no line reads. */
final class Unread {

    private final ReadPaths read;
    private final Optional<Shape> source;

    /** @param source the source's schema, if known */
    Unread(ReadPaths read, Optional<Shape> source) {
        this.read = read;
        this.source = source;
    }

    /** Those of a document that have a value; a list's items are {@code []}. */
    SortedSet<String> of(JsonNode document) {
        SortedSet<String> unread = new TreeSet<>();
        walk(document, new ArrayList<>(), unread);
        return unread;
    }

    /** Whether any value of a document is read. */
    boolean reads(JsonNode document) {
        return reads(document, new ArrayList<>());
    }

    private boolean reads(JsonNode value, List<Segment> at) {
        if (value.isObject()) {
            return value.properties().stream()
                    .anyMatch(field -> reads(new Segment.Key(field.getKey()), field.getValue(), at));
        }
        if (value.isArray()) {
            return IntStream.range(0, value.size())
                    .anyMatch(index -> reads(new Segment.Index(index), value.get(index), at));
        }
        return !EmptyValue.is(value) && read.covers(at);
    }

    private boolean reads(Segment segment, JsonNode value, List<Segment> at) {
        at.add(segment);
        boolean reads = reads(value, at);
        at.remove(at.size() - 1);
        return reads;
    }

    /** Those of the schema. */
    SortedSet<String> ofSchema() {
        SortedSet<String> unread = new TreeSet<>();
        source.ifPresent(shape ->
                shape.leaves().stream().filter(leaf -> !read.covers(leaf)).forEach(leaf -> unread.add(text(leaf))));
        return unread;
    }

    private void walk(JsonNode value, List<Segment> at, SortedSet<String> unread) {
        if (value.isObject()) {
            value.properties().forEach(field -> into(new Segment.Key(field.getKey()), field.getValue(), at, unread));
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                into(new Segment.Index(index), value.get(index), at, unread);
            }
        } else if (!EmptyValue.is(value) && !read.covers(at)) {
            unread.add(text(at));
        }
    }

    private void into(Segment segment, JsonNode value, List<Segment> at, SortedSet<String> unread) {
        at.add(segment);
        walk(value, at, unread);
        at.remove(at.size() - 1);
    }

    private static String text(List<Segment> path) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : path) {
            if (!(segment instanceof Segment.Key key)) {
                text.append("[]");
                continue;
            }
            text.append(text.isEmpty() ? "" : ".").append(key.name());
        }
        return text.isEmpty() ? "." : text.toString();
    }
}
