package com.wecomesb.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.wecomesb.document.Mistakes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sheet as comma-separated text. A cell that a spreadsheet program would take for a formula is written with an apostrophe
 * before it, and read without.
 */
final class CsvText {

    private static final ObjectWriter WRITER =
            new CsvMapper().writer(CsvSchema.emptySchema().withLineSeparator("\n"));
    private static final ObjectWriter QUOTING_WRITER = WRITER.with(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS);
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final String SEPARATORS = ",;\t";

    private CsvText() {}

    static Sheet read(String path, String text, Mistakes mistakes) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        ObjectReader reader = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator(content)));
        List<List<String>> rows = new ArrayList<>();
        try (MappingIterator<String[]> records = reader.readValues(content)) {
            while (records.hasNext()) {
                rows.add(Arrays.stream(records.next()).map(CsvText::unguarded).toList());
            }
        } catch (JsonProcessingException notCsv) {
            mistakes.addWholeFile(path, "第 " + (rows.size() + 1) + " 行不是 CSV:引号没有成对,或者引号后面还有字");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (RuntimeException notCsv) {
            mistakes.addWholeFile(path, "第 " + (rows.size() + 1) + " 行不是 CSV:引号没有成对,或者引号后面还有字");
        }
        return new Sheet("", rows);
    }

    static String write(Sheet sheet) {
        StringWriter text = new StringWriter();
        try (SequenceWriter rows = writer(sheet).writeValues(text)) {
            for (List<String> row : sheet.rows()) {
                rows.write(
                        row.isEmpty()
                                ? new String[] {""}
                                : row.stream().map(CsvText::guarded).toArray(String[]::new));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A bare semicolon in the first record would count for the reader as what separates its cells. */
    private static ObjectWriter writer(Sheet sheet) {
        boolean semicolon = sheet.rows().stream().limit(1).flatMap(List::stream).anyMatch(cell -> cell.contains(";"));
        return semicolon ? QUOTING_WRITER : WRITER;
    }

    /** What separates the cells of the first record most often; a comma where there is one cell only. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char at = text.charAt(i);
            quoted ^= at == '"';
            int separator = quoted ? -1 : SEPARATORS.indexOf(at);
            if (separator >= 0) {
                counts[separator]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    private static String guarded(String cell) {
        return isGuarded(cell) ? "'" + cell : cell;
    }

    private static String unguarded(String cell) {
        return cell.startsWith("'") && isGuarded(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isGuarded(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    }
}
