package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.MappingTrace;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The lines of a mapping as one document went through them: which member came from which field. */
record MappedLines(List<MappingTrace.Field> lines) {

    private static final String OWN = "attributes.";

    /** Members that these fields gave a value. */
    Set<String> saying(Set<String> fields) {
        return members(line -> comesFrom(line, fields) && !line.isEmpty() && !line.isDefault());
    }

    /** Members to which these fields gave nothing, nor the mapping anything instead. */
    Set<String> silent(Set<String> fields) {
        Set<String> names = members(line -> comesFrom(line, fields) && line.isEmpty() && !line.isSkipped());
        names.removeAll(members(line -> !line.isEmpty()));
        return names;
    }

    /**
     * Members that are there without any field's doing.
     *
     * @param whole what the document was mapped to
     * @param bare what is mapped of a document that says nothing
     */
    Set<String> defaults(JsonNode whole, JsonNode bare) {
        Set<String> names = members(MappingTrace.Field::isDefault);
        Set<String> made = members(line -> line.from() == null && !line.isEmpty());
        made.removeIf(name -> !whole.path(name).equals(bare.path(name)));
        names.addAll(made);
        return names;
    }

    /** Of members of members nothing is said. */
    private Set<String> members(Predicate<MappingTrace.Field> those) {
        Set<String> names = new TreeSet<>();
        lines.stream()
                .filter(those)
                .flatMap(line -> Stream.of(line.to().split(" \\+ ")))
                .filter(name -> !name.contains(".") && !name.contains("["))
                .forEach(names::add);
        return names;
    }

    private static boolean comesFrom(MappingTrace.Field line, Set<String> fields) {
        return line.from() != null
                && Arrays.stream(line.from().split(" [|+] "))
                        .map(MappedLines::field)
                        .anyMatch(field -> fields.contains(field) || fields.contains(OWN + field));
    }

    /** The field that a path begins with; each of the company's own is one. */
    private static String field(String path) {
        String first = path.split("[.\\[]")[0];
        return path.startsWith(OWN) ? OWN + path.substring(OWN.length()).split("[.\\[]")[0] : first;
    }
}
