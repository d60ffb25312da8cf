package com.wecomesb.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a book would say otherwise than before, row by row, by their numbers. */
public record Difference(List<Row> added, List<Change> changed, List<Row> deleted) {

    /** A row before and after. */
    public record Change(Row before, Row after) {

        /** The columns that say something else. */
        public List<Column> columns() {
            return Column.kept().stream()
                    .filter(column -> !before.get(column).equals(after.get(column)))
                    .toList();
        }
    }

    public Difference {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        deleted = List.copyOf(deleted);
    }

    static Difference between(@Nullable Book before, List<Row> after) {
        Map<String, Row> left = new LinkedHashMap<>();
        if (before != null) {
            before.rows().forEach(row -> left.putIfAbsent(row.number(), row));
        }
        List<Row> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (Row row : after) {
            Row known = left.remove(row.number());
            if (known == null) {
                added.add(row);
            } else if (!known.saysTheSameAs(row)) {
                changed.add(new Change(known, row));
            }
        }
        return new Difference(added, changed, List.copyOf(left.values()));
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && deleted.isEmpty();
    }
}
