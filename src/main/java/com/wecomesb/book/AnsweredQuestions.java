package com.wecomesb.book;

import com.wecomesb.document.Mistakes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The questions that nobody could answer, as they come back with some answers. */
final class AnsweredQuestions {

    private static final Map<String, Column> HEADS = Map.of(
            BookExport.QUESTION,
            Column.QUESTIONS,
            Column.MATCH.title(),
            Column.MATCH,
            Column.REPLY.title(),
            Column.REPLY);

    private final List<Row> answered;
    private final Map<Column, Integer> columns;

    private AnsweredQuestions(List<Row> answered, Map<Column, Integer> columns) {
        this.answered = List.copyOf(answered);
        this.columns = columns;
    }

    static AnsweredQuestions in(String path, List<Sheet> sheets, Mistakes mistakes) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<Row> answered = new ArrayList<>();
        List<List<String>> lines = sheets.stream()
                .filter(sheet -> sheet.name().equals(BookExport.UNANSWERED))
                .findFirst()
                .map(Sheet::rows)
                .orElse(List.of());
        List<String> head = lines.isEmpty() ? List.of() : lines.get(0);
        for (int at = 0; at < head.size(); at++) {
            Column column = HEADS.get(Words.withoutRemark(Words.plain(head.get(at))));
            if (column != null) {
                columns.putIfAbsent(column, at);
            }
        }
        boolean isComplete = columns.containsKey(Column.QUESTIONS) && columns.containsKey(Column.REPLY);
        if (!lines.isEmpty() && !isComplete) {
            mistakes.addWholeFile(path, "工作表“" + BookExport.UNANSWERED + "”的第 1 行要有“问题”和“回复”");
            return new AnsweredQuestions(List.of(), columns);
        }
        for (int line = 1; line < lines.size(); line++) {
            Row row = row(line + 1, lines.get(line), columns);
            if (!row.get(Column.REPLY).isEmpty()) {
                answered.add(row);
            }
        }
        return new AnsweredQuestions(answered, columns);
    }

    private static Row row(int line, List<String> cells, Map<Column, Integer> columns) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        columns.forEach((column, at) ->
                values.put(column, at < cells.size() ? cells.get(at).strip() : ""));
        return new Row(line, values);
    }

    /** Those that have a reply now, numbered on from this number. */
    List<Row> rows(long firstNumber) {
        List<Row> rows = new ArrayList<>();
        for (Row row : answered) {
            rows.add(row.with(Column.NUMBER, Long.toString(firstNumber + rows.size())));
        }
        return rows;
    }

    /** 1-based. */
    int column(Column column) {
        return columns.getOrDefault(column, columns.getOrDefault(Column.QUESTIONS, 0)) + 1;
    }
}
