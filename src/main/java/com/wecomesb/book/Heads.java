package com.wecomesb.book;

import com.wecomesb.document.Cell;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the columns of a sheet are, by its first row. */
final class Heads {

    private static final List<Column> NEEDED = List.of(Column.NUMBER, Column.QUESTIONS, Column.REPLY);

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);

    private Heads() {}

    static Heads read(String path, Sheet sheet, Mistakes mistakes) {
        Heads heads = new Heads();
        List<String> row = sheet.rows().isEmpty() ? List.of() : sheet.rows().get(0);
        int width = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int at = 0; at < width; at++) {
            if (at < row.size() && !row.get(at).isBlank()) {
                heads.place(new Mistake(path, 1, at + 1, ""), row.get(at), mistakes);
            } else if (isUsed(sheet, at)) {
                mistakes.add(new Mistake(path, 1, at + 1, Cell.column(at + 1) + " 列有内容,但第 1 行没有写列名"));
            }
        }
        List<String> missing = NEEDED.stream()
                .filter(column -> !heads.places.containsKey(column))
                .map(Column::title)
                .toList();
        if (!missing.isEmpty()) {
            mistakes.addWholeFile(path, "第 1 行要写列名,缺“" + String.join("”“", missing) + "”;可用的列名:" + titles());
        }
        return heads;
    }

    private void place(Mistake where, String head, Mistakes mistakes) {
        Optional<Column> column = Column.of(head);
        if (column.isEmpty()) {
            List<String> known = Column.kept().stream().map(Column::title).toList();
            mistakes.add(new Mistake(
                    where.file(), 1, where.column(), "没有列“" + head.strip() + "”" + Suggestion.of(head.strip(), known)));
        } else if (places.putIfAbsent(column.get(), where.column() - 1) != null) {
            mistakes.add(new Mistake(
                    where.file(), 1, where.column(), "列“" + column.get().title() + "”出现了两次"));
        }
    }

    private static boolean isUsed(Sheet sheet, int at) {
        return sheet.rows().stream()
                .anyMatch(row -> row.size() > at && !row.get(at).isBlank());
    }

    private static String titles() {
        return String.join(
                "、",
                Arrays.stream(Column.values())
                        .filter(Column::isKept)
                        .map(Column::title)
                        .toList());
    }

    /** 1-based; where the sheet does not have the column, that of the row's number. */
    int column(Column column) {
        Integer at = places.getOrDefault(column, places.get(Column.NUMBER));
        return at == null ? 1 : at + 1;
    }

    Map<Column, String> cells(List<String> row) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        places.forEach((column, at) -> {
            if (at < row.size() && column.isKept()) {
                cells.put(column, row.get(at).replace("\r\n", "\n").strip());
            }
        });
        return Collections.unmodifiableMap(cells);
    }
}
