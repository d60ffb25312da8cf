package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.EmptyValue;
import com.wecomesb.mapping.Way;
import com.wecomesb.mapping.Way.Reading;
import java.util.List;
import java.util.Set;

/**
 * The fields of a canonical document that are not what both sides last agreed on.
 *
 * @param names the company's own as {@code attributes.NAME}
 * @param shared those of them that said the same on both sides: all that was there was ours
 */
record FieldChanges(Set<String> names, Set<String> shared) {

    private static final String OWN = "attributes";

    FieldChanges {
        names = Set.copyOf(names);
        shared = Set.copyOf(shared);
    }

    /** Where a field stands. */
    static Place place(String field) {
        return new Place(
                field.startsWith(OWN + ".") ? List.of(OWN, field.substring(OWN.length() + 1)) : List.of(field));
    }

    /** Whether a line reads a changed field. */
    boolean touch(Way way) {
        return way.readings().stream().anyMatch(reading -> touches(reading, names));
    }

    /**
     * Whether a target that gets nothing any more had something of ours: an emptied field had a first item at least; whether
     * it had a second one only fields tell that were the same on both sides.
     *
     * @param part the number of the target among the line's
     */
    boolean empty(Way way, int part, JsonNode document) {
        List<Reading> changed = way.readings().stream()
                .filter(reading -> touches(reading, names))
                .toList();
        if (changed.stream().allMatch(reading -> touches(reading, shared))) {
            return true;
        }
        return part == 0
                && changed.stream().anyMatch(FieldChanges::isField)
                && way.readings().stream()
                        .allMatch(reading -> EmptyValue.is(field(reading).in(document)));
    }

    private static boolean touches(Reading reading, Set<String> fields) {
        List<String> names = reading.names();
        if (names.equals(List.of(OWN))) {
            return fields.stream().anyMatch(field -> field.startsWith(OWN + "."));
        }
        String first = String.join(".", field(reading).names());
        return fields.contains(first) || fields.contains(OWN + "." + first);
    }

    /** Whether it says something whenever its field does. */
    private static boolean isField(Reading reading) {
        return reading.whole() && reading.names().equals(field(reading).names());
    }

    private static Place field(Reading reading) {
        List<String> names = reading.names();
        return new Place(names.subList(0, Math.min(names.size(), names.get(0).equals(OWN) ? 2 : 1)));
    }
}
