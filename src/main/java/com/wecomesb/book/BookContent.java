package com.wecomesb.book;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows as the bus writes them: the kept columns in their order, nothing else. */
final class BookContent {

    private BookContent() {}

    static List<String> cells(Row row) {
        return Column.kept().stream().map(row::get).toList();
    }

    static Sheet sheet(String name, List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Column.kept().stream().map(Column::head).toList());
        rows.forEach(row -> lines.add(cells(row)));
        return new Sheet(name, lines);
    }

    /** CSV begins with a byte order mark: without it Excel takes it for GBK. */
    static byte[] file(String path, Sheet sheet) {
        return path.endsWith(".csv")
                ? ("\uFEFF" + CsvText.write(sheet)).getBytes(StandardCharsets.UTF_8)
                : XlsxWriter.write(List.of(sheet));
    }
}
