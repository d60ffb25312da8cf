package com.wecomesb.book;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Written;
import java.util.ArrayList;
import java.util.List;

/**
 * A reply book as its file says it.
 *
 * @param path {@code books/售后.xlsx}
 * @param name {@code 售后}: what its rules' ids begin with
 * @param rows in the order of the file; those without content are left out
 */
public record Book(String path, String name, List<Row> rows, Heads heads) {

    private static final List<Column> CONTENT = List.of(Column.NUMBER, Column.QUESTIONS, Column.REPLY, Column.PICTURE);

    public Book {
        rows = List.copyOf(rows);
    }

    static Book read(String path, Sheet sheet, Mistakes mistakes) {
        Heads heads = Heads.read(path, sheet, mistakes);
        List<Row> rows = new ArrayList<>();
        List<List<String>> lines = sheet.rows();
        for (int line = 1; line < lines.size(); line++) {
            Row row = new Row(line + 1, heads.cells(lines.get(line)));
            if (CONTENT.stream().anyMatch(column -> !row.get(column).isEmpty())) {
                rows.add(row);
            }
        }
        if (rows.size() > XlsxReader.MAX_ROWS) {
            mistakes.addWholeFile(path, "超过 " + XlsxReader.MAX_ROWS + " 行,请分成几本");
        }
        return new Book(path, nameOf(path), rows, heads);
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    /** The id of a row's rule and of its reply. */
    public String idOf(Row row) {
        return name + "." + row.number();
    }

    /** Where the cell of a row is. */
    Written place(Row row, Column column) {
        return new Written(path, row.line(), heads.column(column));
    }

    Mistake mistake(Row row, Column column, String words) {
        return new Mistake(path, row.line(), heads.column(column), words);
    }

    /** Without what is written: it may be a customer's. */
    @Override
    public String toString() {
        return "Book[" + path + "]";
    }
}
