package com.wecomesb.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes sheets as an xlsx file: every cell a text, so that nothing in it is worked out when it is opened. */
final class XlsxWriter {

    private static final double NARROW = 12;
    private static final double WIDE = 40;
    private static final int LONG_TEXT = 16;

    /** A name of a sheet may not have more characters, nor these. */
    private static final int LONGEST_NAME = 31;

    private static final String NOT_IN_NAMES = "[\\\\/?*\\[\\]:]";

    private XlsxWriter() {}

    /** @param sheets the first row of each is its head */
    static byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(content, "wecom-esb", "1.0")) {
            for (Sheet sheet : sheets) {
                write(sheet, workbook.newWorksheet(sheetName(sheet.name())));
            }
            workbook.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return content.toByteArray();
    }

    static String sheetName(String name) {
        String allowed = name.replaceAll(NOT_IN_NAMES, "_");
        return allowed.substring(0, Math.min(allowed.length(), LONGEST_NAME));
    }

    private static void write(Sheet sheet, Worksheet worksheet) throws IOException {
        List<List<String>> rows = sheet.rows();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    worksheet.value(row, column, xmlText(cells.get(column)));
                }
            }
        }
        dress(worksheet, rows);
        worksheet.finish();
    }

    private static void dress(Worksheet worksheet, List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        worksheet.freezePane(1, 1);
        for (int column = 0; column < columns; column++) {
            int at = column;
            boolean isWide = rows.stream()
                    .skip(1)
                    .anyMatch(cells -> cells.size() > at && cells.get(at).length() > LONG_TEXT);
            worksheet.width(column, isWide ? WIDE : NARROW);
        }
        if (columns > 0) {
            worksheet.range(0, 0, 0, columns - 1).style().bold().set();
            if (rows.size() > 1) {
                worksheet
                        .range(1, 0, rows.size() - 1, columns - 1)
                        .style()
                        .wrapText(true)
                        .format("@")
                        .set();
            }
        }
    }

    /** Without what XML cannot say: control characters and lone halves of characters. */
    private static String xmlText(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || (point >= 0x20 && (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE && point != 0xFFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
