package com.wecomesb.mapping.step;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file as spreadsheets write it: commas, cells in double quotes where they hold commas, quotes or line breaks; the
 * first line names the columns, empty lines do not count.
 *
 * @param path below the routes folder
 */
public record Csv(String path, List<String> header, List<Line> lines) {

    /**
     * One line of values.
     *
     * @param number in the file, from 1
     */
    public record Line(int number, List<String> cells) {

        /** Empty where the line is too short. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /** Reads a file's text; what is wrong with it goes to the mistakes. */
    public static Csv read(String path, String text, Mistakes mistakes) {
        List<Line> lines = new CsvText(path, text.startsWith("\uFEFF") ? text.substring(1) : text, mistakes).lines();
        if (lines.isEmpty()) {
            mistakes.addWholeFile(path, "CSV 文件是空的,第一行要写列名");
            return new Csv(path, List.of(), List.of());
        }
        List<String> header = lines.get(0).cells().stream().map(String::strip).toList();
        return new Csv(path, header, List.copyOf(lines.subList(1, lines.size())));
    }

    Mistake mistake(Line line, String message) {
        return new Mistake(path, line.number(), 1, message);
    }

    /** The cutting into lines and cells. */
    private static final class CsvText {

        private final String path;
        private final String text;
        private final Mistakes mistakes;
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int number = 1;
        private int start = 1;

        CsvText(String path, String text, Mistakes mistakes) {
            this.path = path;
            this.text = text;
            this.mistakes = mistakes;
        }

        List<Line> lines() {
            boolean quoted = false;
            for (int at = 0; at < text.length(); at++) {
                char character = text.charAt(at);
                number += character == '\n' ? 1 : 0;
                if (character == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else if (character == '"') {
                    quoted = !quoted;
                } else if (quoted) {
                    cell.append(character);
                } else if (character == ',') {
                    endCell();
                } else if (character == '\n') {
                    endLine();
                } else if (character != '\r') {
                    cell.append(character);
                }
            }
            if (quoted) {
                mistakes.add(new Mistake(path, start, 1, "引号没有闭合"));
            }
            endLine();
            return lines;
        }

        private void endCell() {
            cells.add(cell.toString());
            cell.setLength(0);
        }

        private void endLine() {
            endCell();
            if (cells.stream().anyMatch(value -> !value.isBlank())) {
                lines.add(new Line(start, List.copyOf(cells)));
            }
            cells = new ArrayList<>();
            start = number;
        }
    }
}
