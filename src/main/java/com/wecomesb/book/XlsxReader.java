package com.wecomesb.book;

import com.wecomesb.document.Cell;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the sheets that people see of an xlsx file. Its size is known before anything of it is taken apart. */
final class XlsxReader {

    static final int MAX_ROWS = 20_000;
    static final int MAX_COLUMNS = 64;

    private static final Logger log = LoggerFactory.getLogger(XlsxReader.class);

    private final String path;
    private final Mistakes mistakes;

    XlsxReader(String path, Mistakes mistakes) {
        this.path = path;
        this.mistakes = mistakes;
    }

    /** None when the file cannot be read. */
    List<Sheet> read(byte[] content) {
        int before = mistakes.list().size();
        List<Sheet> sheets = new ArrayList<>();
        try {
            XlsxPackage parts = XlsxPackage.checked(content);
            try (ReadableWorkbook workbook =
                    new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
                for (org.dhatim.fastexcel.reader.Sheet sheet :
                        workbook.getSheets().toList()) {
                    if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                        boolean first = sheets.isEmpty();
                        sheets.add(sheet(sheet, first ? mistakes : new Mistakes()));
                    }
                }
            }
            parts.mergedCells().forEach(cells -> mistakes.addWholeFile(path, "合并的单元格 " + cells + ":请取消合并,每一行都写上自己的内容"));
        } catch (XlsxPackage.Refused refused) {
            mistakes.addWholeFile(path, refused.words());
        } catch (IOException | RuntimeException broken) {
            log.atWarn()
                    .addKeyValue("file", path)
                    .addKeyValue("error", broken.getClass().getSimpleName())
                    .log("spreadsheet could not be read");
            mistakes.addWholeFile(path, "这个 xlsx 文件读不了,可能已损坏:请用 Excel 打开后另存为 .xlsx");
        }
        return mistakes.list().size() == before ? sheets : List.of();
    }

    private Sheet sheet(org.dhatim.fastexcel.reader.Sheet sheet, Mistakes found) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        CellText texts = new CellText(path, found);
        try (Stream<Row> stream = sheet.openStream()) {
            for (Row row : (Iterable<Row>) stream::iterator) {
                List<String> cells = cells(row, texts, found);
                if (Sheet.isBlank(cells)) {
                    continue;
                }
                if (row.getRowNum() > MAX_ROWS) {
                    found.addWholeFile(path, "超过 " + MAX_ROWS + " 行,请分成几本");
                    break;
                }
                while (rows.size() < row.getRowNum() - 1) {
                    rows.add(List.of());
                }
                rows.add(cells);
            }
        }
        return new Sheet(sheet.getName(), rows);
    }

    private List<String> cells(Row row, CellText texts, Mistakes found) {
        List<String> cells = new ArrayList<>();
        for (org.dhatim.fastexcel.reader.Cell cell : row) {
            if (cell == null) {
                continue;
            }
            int column = cell.getColumnIndex();
            String text = texts.of(cell, row.getRowNum());
            if (column >= MAX_COLUMNS && !text.isBlank()) {
                found.add(new Mistake(path, row.getRowNum(), column + 1, "列太多,最多到 " + Cell.column(MAX_COLUMNS) + " 列"));
            } else if (column < MAX_COLUMNS) {
                cells.addAll(Collections.nCopies(Math.max(0, column - cells.size()), ""));
                cells.add(text);
            }
        }
        return cells;
    }
}
