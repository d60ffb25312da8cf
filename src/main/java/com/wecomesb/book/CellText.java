package com.wecomesb.book;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What somebody reads in a cell of an xlsx file, whatever the cell holds. */
final class CellText {

    /** Formats of dates that every program knows by number, the Chinese ones among them (ECMA-376, 18.8.30). */
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    /** As many digits as spreadsheet programs show; more are noise. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LONGEST_NUMBER = 30;

    private final String path;
    private final Mistakes mistakes;

    CellText(String path, Mistakes mistakes) {
        this.path = path;
        this.mistakes = mistakes;
    }

    /** @param row 1-based */
    String of(Cell cell, int row) {
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> Objects.requireNonNullElse(cell.asString(), "").replace("\r\n", "\n");
            case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? Words.YES : Words.NO;
            case NUMBER -> isDate(cell) ? Moment.written(cell.asDate()) : number(raw);
            case FORMULA -> formula(cell, raw, row);
            case ERROR -> mistake(cell, row, "单元格是错误值“" + raw + "”");
        };
    }

    /** What the program worked out when the file was saved. */
    private String formula(Cell cell, String raw, int row) {
        if (raw.isEmpty()) {
            return mistake(cell, row, "单元格是公式,文件里没有它的结果:请改成结果本身(复制后“粘贴为数值”)");
        }
        if (raw.startsWith("#")) {
            return mistake(cell, row, "单元格的公式出错“" + raw + "”");
        }
        return number(raw);
    }

    private String mistake(Cell cell, int row, String words) {
        mistakes.add(new Mistake(path, row, cell.getColumnIndex() + 1, words));
        return "";
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        return (id != null && DATES.contains(id)) || isDate(cell.getDataFormatString());
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return letters.matches("(?is).*[yd].*") || letters.matches("(?is).*h.*m.*");
    }

    private static String number(String raw) {
        try {
            BigDecimal number = new BigDecimal(raw).round(SHOWN).stripTrailingZeros();
            boolean readable = Math.abs(number.scale()) <= LONGEST_NUMBER;
            return readable ? number.toPlainString() : raw;
        } catch (NumberFormatException text) {
            return raw;
        }
    }
}
