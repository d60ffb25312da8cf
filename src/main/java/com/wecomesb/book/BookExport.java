package com.wecomesb.book;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A workbook for people: a sheet for each book, with what became of its rows, and what nobody could answer. */
public final class BookExport {

    static final String UNANSWERED = "没答上来的问题";
    static final String QUESTION = "问题";
    static final String COUNT = "次数";
    static final String LAST = "最近一次";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Map<String, Hits> hits;
    private final ZoneId zone;

    /**
     * @param hits by the ids of the rows' rules
     * @param zone of the business
     */
    public BookExport(Map<String, Hits> hits, ZoneId zone) {
        this.hits = Map.copyOf(hits);
        this.zone = zone;
    }

    /**
     * The file.
     *
     * @param mayGuess whether rows for the questions may ask for likeness: some industries forbid it
     */
    public byte[] workbook(List<Book> books, List<Question> questions, boolean mayGuess) {
        List<Sheet> sheets = new ArrayList<>();
        books.forEach(book -> sheets.add(sheet(book)));
        sheets.add(unanswered(questions, mayGuess ? Matching.SIMILAR : Matching.CONTAINS));
        return XlsxWriter.write(sheets);
    }

    private Sheet sheet(Book book) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Arrays.stream(Column.values()).map(Column::head).toList());
        for (Row row : book.rows()) {
            Hits found = hits.get(book.idOf(row));
            List<String> cells = new ArrayList<>(BookContent.cells(row));
            cells.add(found == null ? "0" : Long.toString(found.count()));
            cells.add(found == null ? "" : written(found.last()));
            rows.add(cells);
        }
        return new Sheet(book.name(), rows);
    }

    private Sheet unanswered(List<Question> questions, Matching matching) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(QUESTION, COUNT, LAST, Column.MATCH.head(), Column.REPLY.head()));
        questions.forEach(question -> rows.add(List.of(
                question.text(), Long.toString(question.count()), written(question.last()), matching.word(), "")));
        return new Sheet(UNANSWERED, rows);
    }

    private String written(Instant at) {
        return at.atZone(zone).format(MINUTE);
    }
}
