package com.wecomesb.mapping;

import com.wecomesb.mapping.Way.Reading;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads from the lines of a table which fields lead where. */
final class Ways {

    private Ways() {}

    static List<Way> of(List<Line> lines) {
        return lines.stream().map(Ways::of).toList();
    }

    private static Way of(Line line) {
        if (line instanceof Line.OfList block) {
            // What is made of an item is not said by the list alone.
            List<Reading> list = readings(List.of(block.list())).stream()
                    .map(reading -> new Reading(reading.names(), false))
                    .toList();
            return new Way(block.to().text(), List.of(names(block.to().segments())), list, false);
        }
        Line.OfValue value = (Line.OfValue) line;
        return new Way(
                LineCompiler.targetText(value),
                value.to().stream().map(to -> names(to.segments())).toList(),
                readings(value.origin()),
                value.origin() instanceof Origin.Places || value.origin() instanceof Origin.All);
    }

    private static List<Reading> readings(Origin origin) {
        if (origin instanceof Origin.Places places) {
            return readings(places.paths());
        }
        if (origin instanceof Origin.All all) {
            return readings(all.paths());
        }
        return origin instanceof Origin.Text text
                ? text.template().names().stream()
                        .map(names -> new Reading(names, false))
                        .toList()
                : List.of();
    }

    private static List<Reading> readings(List<Path> paths) {
        return paths.stream()
                .filter(path -> path.root() == Path.Root.SOURCE)
                .flatMap(path -> {
                    List<String> names = names(path.segments());
                    List<Segment> rest = path.segments()
                            .subList(names.size(), path.segments().size());
                    boolean whole = rest.isEmpty()
                            || rest.equals(List.of(new Segment.Index(0)))
                            || rest.equals(List.of(Segment.EACH));
                    return names.isEmpty() ? Stream.empty() : Stream.of(new Reading(names, whole));
                })
                .toList();
    }

    private static List<String> names(List<Segment> path) {
        List<String> names = new ArrayList<>();
        for (Segment segment : path) {
            if (!(segment instanceof Segment.Key key)) {
                break;
            }
            names.add(key.name());
        }
        return names;
    }
}
