package com.wecomesb.mapping;

import java.util.List;

/**
 * One line of a table: from which fields of the source its values come, and where they go.
 *
 * @param line its target, as {@link MappingTrace.Field#to} names it
 * @param places the names that lead to each of its targets, from the outermost; what lies in a list ends at the list
 * @param readings none where nobody can tell: expressions, and what the line makes by itself
 * @param copied whether the value is what stood there, and no text that is put together
 */
public record Way(String line, List<List<String>> places, List<Reading> readings, boolean copied) {

    public Way {
        places = List.copyOf(places);
        readings = List.copyOf(readings);
    }

    /**
     * A place of the source.
     *
     * @param names that lead to it, from the outermost; what lies in a list ends at the list
     * @param whole whether it says something as soon as there is anything: it is not a later item of a list, nor a part of one
     */
    public record Reading(List<String> names, boolean whole) {

        public Reading {
            names = List.copyOf(names);
        }
    }
}
