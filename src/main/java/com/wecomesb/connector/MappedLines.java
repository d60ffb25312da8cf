package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.mapping.Mapping;
import com.wecomesb.mapping.MappingTrace;
import com.wecomesb.mapping.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of a mapping as one document went through them: which member came from which field. */
final class MappedLines {

    private final JsonNode document;
    private final JsonNode whole;
    private final List<Way> ways;
    private final Map<String, List<MappingTrace.Field>> trace;

    /** @param whole what the document was mapped to */
    MappedLines(Mapping mapping, JsonNode document, JsonNode context, JsonNode whole) {
        this.document = document;
        this.whole = whole;
        this.ways = mapping.ways();
        this.trace = mapping.trace(document, context).trace().stream()
                .collect(Collectors.groupingBy(MappingTrace.Field::to));
    }

    /**
     * The whole without what the mapping adds by itself: defaults, constants, texts in which no field stands; and without what it would empty.
     *
     * @param bare what is mapped of a document that says nothing
     */
    ObjectNode said(JsonNode bare) {
        Set<Place> from = new HashSet<>();
        Set<Place> all = new HashSet<>();
        for (Way way : ways) {
            for (Place place : places(way)) {
                all.add(place);
                if (!isOwnDoing(way, place, bare)) {
                    from.add(place);
                }
            }
        }
        ObjectNode said = whole.deepCopy();
        all.stream().filter(place -> !from.contains(place)).forEach(place -> place.remove(said));
        return said;
    }

    private boolean isOwnDoing(Way way, Place place, JsonNode bare) {
        return way.copied()
                ? traced(way).stream().allMatch(line -> line.isDefault() || line.isEmpty())
                : place.in(whole).equals(place.in(bare));
    }

    /**
     * Adds what the changed fields say although the mapping would say it without them, and what they do not say any more. Of a
     * line that cannot be followed to its fields nothing is added.
     */
    void tell(FieldChanges changes, ObjectNode said) {
        for (Way way : ways) {
            if (changes.touch(way) && traced(way).stream().noneMatch(MappingTrace.Field::isSkipped)) {
                boolean isDefault = traced(way).stream().anyMatch(MappingTrace.Field::isDefault);
                List<Place> places = places(way);
                for (int part = 0; part < places.size(); part++) {
                    JsonNode value = places.get(part).in(whole);
                    boolean has = !value.isMissingNode() && !isDefault;
                    if (has || changes.empty(way, part, document)) {
                        places.get(part).put(said, value.isMissingNode() ? NullNode.getInstance() : value);
                    }
                }
            }
        }
    }

    private List<MappingTrace.Field> traced(Way way) {
        return trace.getOrDefault(way.line(), List.of());
    }

    private static List<Place> places(Way way) {
        return way.places().stream().map(Place::new).toList();
    }
}
