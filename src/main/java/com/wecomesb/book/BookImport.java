package com.wecomesb.book;

import com.wecomesb.document.Cell;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to become a book: the rows of its sheet, and behind them a new row for each question of the second sheet
 * that somebody has answered there.
 */
public final class BookImport {

    private final String path;
    private final Book uploaded;
    private final List<Row> rows;
    private final AnsweredQuestions answered;
    private final Difference difference;

    private BookImport(String path, Book uploaded, List<Row> rows, AnsweredQuestions answered, @Nullable Book before) {
        this.path = path;
        this.uploaded = uploaded;
        this.rows = List.copyOf(rows);
        this.answered = answered;
        this.difference = Difference.between(before, rows);
    }

    /**
     * Reads what was handed in; nothing when that cannot be done, and then the mistakes say why. Of several sheets it is
     * the one that is called like the book, else the first.
     *
     * @param path what the book is to be, {@code books/售后.xlsx}
     * @param before the book of this path as it is now
     */
    public static Optional<BookImport> read(String path, byte[] content, @Nullable Book before, Mistakes mistakes) {
        List<Sheet> sheets = BookText.sheets(path, content, mistakes);
        if (!mistakes.isEmpty()) {
            return Optional.empty();
        }
        String name = XlsxWriter.sheetName(Book.nameOf(path));
        Optional<Sheet> sheet = sheets.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .or(() -> sheets.stream()
                        .filter(candidate -> !candidate.name().equals(BookExport.UNANSWERED))
                        .findFirst());
        if (sheet.isEmpty()) {
            mistakes.addWholeFile(path, "里面没有话术的工作表");
            return Optional.empty();
        }
        Book uploaded = Book.read(path, sheet.get(), mistakes);
        AnsweredQuestions answered = AnsweredQuestions.in(path, sheets, mistakes);
        if (!mistakes.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>(uploaded.rows());
        rows.addAll(answered.rows(firstFree(uploaded, before)));
        return Optional.of(new BookImport(path, uploaded, rows, answered, before));
    }

    /** Above every number that is, or was, one: hits are counted by them. */
    private static long firstFree(Book uploaded, @Nullable Book before) {
        List<Row> taken = new ArrayList<>(uploaded.rows());
        if (before != null) {
            taken.addAll(before.rows());
        }
        return 1
                + taken.stream()
                        .map(Row::number)
                        .filter(number -> number.matches("[0-9]{1,15}"))
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(0);
    }

    public Difference difference() {
        return difference;
    }

    /** What the configuration would read. */
    public SourceFile source() {
        return new SourceFile(path, CsvText.write(content()), Origin.COMPANY);
    }

    /** What is to be written: the columns that people keep, without what the bus had told beside them. */
    public byte[] file() {
        return BookContent.file(path, content());
    }

    private Sheet content() {
        return BookContent.sheet(Book.nameOf(path), rows);
    }

    /** A mistake in {@link #source()}, told with the cell of the file that was handed in. */
    public Mistake asHandedIn(Mistake mistake) {
        int at = mistake.line() - 2;
        if (!mistake.file().equals(path) || at < 0 || at >= rows.size()) {
            return mistake;
        }
        List<Column> columns = Column.kept();
        Column column = columns.get(Math.min(Math.max(mistake.column(), 1), columns.size()) - 1);
        Row row = rows.get(at);
        if (at < uploaded.rows().size()) {
            return uploaded.mistake(row, column, mistake.message());
        }
        String cell = Cell.name(row.line(), answered.column(column));
        return new Mistake(path, 0, 0, "工作表“" + BookExport.UNANSWERED + "” " + cell + ":" + mistake.message());
    }
}
