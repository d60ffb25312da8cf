package com.wecomesb.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookTextTest {

    private static final String CSV = "编号,问法,回复\n1,联通,好\n";
    private static final String HEADS = "<row r=\"1\">" + Xlsx.text("A1", "编号") + Xlsx.text("B1", "问法") + "</row>";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    void theEncodingIsFoundOut(String charset) {
        assertThat(text("books/a.csv", CSV.getBytes(Charset.forName(charset)))).isEqualTo(CSV);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHead() {
        assertThat(text("books/a.csv", ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CSV);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void otherSeparatorsAreFoundOut(String separator) {
        assertThat(text("books/a.csv", CSV.replace(",", separator).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(CSV);
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                argumentSet("a number", "<c r=\"A2\"><v>12.0</v></c>", "12"),
                argumentSet("a large number", "<c r=\"A2\"><v>1.2E+11</v></c>", "120000000000"),
                argumentSet("a number with noise", "<c r=\"A2\"><v>0.30000000000000004</v></c>", "0.3"),
                argumentSet("a number as text", Xlsx.text("A2", "007"), "007"),
                argumentSet("a date", "<c r=\"A2\" s=\"1\"><v>46327</v></c>", "2026-11-01"),
                argumentSet("a date with a time", "<c r=\"A2\" s=\"2\"><v>46327.75</v></c>", "2026-11-01 18:00"),
                argumentSet("a date in a Chinese format", "<c r=\"A2\" s=\"3\"><v>46327</v></c>", "2026-11-01"),
                argumentSet("a date without a format", "<c r=\"A2\"><v>46327</v></c>", "46327"),
                argumentSet("yes", "<c r=\"A2\" t=\"b\"><v>1</v></c>", "是"),
                argumentSet("a formula's result", "<c r=\"A2\" t=\"str\"><f>A1&amp;1</f><v>编号1</v></c>", "编号1"),
                argumentSet("a formula's number", "<c r=\"A2\"><f>1+1</f><v>2</v></c>", "2"),
                argumentSet(
                        "several formats",
                        "<c r=\"A2\" t=\"inlineStr\"><is><r><t>在</t></r><r><t>吗</t></r></is></c>",
                        "在吗"));
    }

    @ParameterizedTest
    @MethodSource
    void cells(String cell, String text) {
        // Given
        byte[] file = Xlsx.of("<sheetData>" + HEADS + "<row r=\"2\">" + cell + "</row></sheetData>")
                .bytes();
        // When
        String read = text("books/a.xlsx", file);
        // Then
        assertThat(read).isEqualToIgnoringWhitespace("编号,问法\n" + (text.contains(" ") ? "\"" + text + "\"" : text));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("an error", "<row r=\"2\"><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>", " B2:单元格是错误值“#N/A”"),
                argumentSet(
                        "a formula without its result",
                        "<row r=\"2\"><c r=\"B2\"><f>NOW()</f></c></row>",
                        " B2:单元格是公式,文件里没有它的结果:请改成结果本身(复制后“粘贴为数值”)"),
                argumentSet(
                        "too many rows",
                        "<row r=\"20001\">" + Xlsx.text("A20001", "1") + "</row>",
                        ": 超过 20000 行,请分成几本"),
                argumentSet(
                        "too many columns", "<row r=\"2\">" + Xlsx.text("BM2", "1") + "</row>", " BM2:列太多,最多到 BL 列"),
                argumentSet(
                        "an entity",
                        "<row r=\"2\">" + Xlsx.text("A2", "&bomb;") + "</row>",
                        ": 这个 xlsx 文件读不了,可能已损坏:请用 Excel 打开后另存为 .xlsx"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String rows, String mistake) {
        // When
        List<String> found = mistakes(
                "books/a.xlsx",
                Xlsx.of("<sheetData>" + HEADS + rows + "</sheetData>").bytes());
        // Then
        assertThat(found).containsExactly("books/a.xlsx" + mistake);
    }

    @Test
    void mergedCellsAreRefusedAndNamed() {
        // When
        List<String> found = mistakes(
                "books/a.xlsx",
                Xlsx.of("<sheetData>" + HEADS + "</sheetData><mergeCells><mergeCell ref=\"B2:B9\"/></mergeCells>")
                        .bytes());
        // Then
        assertThat(found).containsExactly("books/a.xlsx: 合并的单元格 B2:B9:请取消合并,每一行都写上自己的内容");
    }

    @Test
    void aFileThatUnpacksIntoMoreThanAnyBookIsRefused() {
        // Given
        String zeros = "0".repeat(1024 * 1024);
        Xlsx bomb = Xlsx.of("<sheetData/>");
        for (int i = 0; i < 65; i++) {
            bomb.part("xl/media/" + i, zeros);
        }
        // When
        List<String> found = mistakes("books/a.xlsx", bomb.bytes());
        // Then
        assertThat(found).containsExactly("books/a.xlsx: 解压后大于 64 MiB,没有读取");
    }

    @Test
    void entitiesAreNeverExpandedNorFetched() {
        // Given
        String sheet = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY a \"aaaa\">"
                + "<!ENTITY b \"&a;&a;&a;&a;\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData><row r=\"1\">" + Xlsx.text("A1", "&x;&b;") + "</row></sheetData></worksheet>";
        // When
        List<String> found = mistakes(
                "books/a.xlsx",
                Xlsx.of("").part("xl/worksheets/sheet1.xml", sheet).bytes());
        // Then
        assertThat(found).singleElement().asString().contains("读不了");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                argumentSet("an archive of something else", new byte[] {'P', 'K', 3, 4, 0, 0}, "读不了"),
                argumentSet(
                        "an old or encrypted file",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                        ".xls 格式"),
                argumentSet("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, 0}, "不是 xlsx"));
    }

    @ParameterizedTest
    @MethodSource
    void others(byte[] content, String words) {
        assertThat(mistakes("books/a.xlsx", content)).singleElement().asString().contains(words);
    }

    @Test
    void semicolonsInTheHeadDoNotSeparateCellsThatCommasSeparate() {
        // Given
        Sheet sheet = new Sheet("话术", List.of(List.of("x", "x", "x", ";;;;")));
        // When
        Sheet read = CsvText.read("a.csv", CsvText.write(sheet), new Mistakes());
        // Then
        assertThat(read.rows()).isEqualTo(sheet.rows());
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll("sheets") Sheet sheet) {
        // When
        String csv = CsvText.write(sheet);
        byte[] xlsx = XlsxWriter.write(List.of(sheet));
        // Then
        assertThat(CsvText.read("a.csv", csv, new Mistakes()).rows()).isEqualTo(sheet.rows());
        assertThat(BookText.sheets("a.xlsx", xlsx, new Mistakes()))
                .singleElement()
                .satisfies(read -> assertThat(read.rows().stream().map(row -> padded(row, 4)))
                        .isEqualTo(sheet.rows()));
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        Arbitrary<String> cell = Arbitraries.of("ab1'\"=+-@,;\t\n 中文😀、<&"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .map(text -> text.isBlank() ? "x" : text);
        Arbitrary<List<String>> row = cell.list().ofSize(4);
        return row.list().ofMinSize(1).ofMaxSize(5).map(rows -> new Sheet("话术", rows));
    }

    private static List<String> padded(List<String> row, int size) {
        return Stream.concat(row.stream(), Stream.generate(() -> ""))
                .limit(size)
                .toList();
    }

    private static String text(String path, byte[] content) {
        Mistakes mistakes = new Mistakes();
        String text = BookText.of(path, content, mistakes);
        assertThat(mistakes.list()).isEmpty();
        return String.valueOf(text);
    }

    private static List<String> mistakes(String path, byte[] content) {
        Mistakes mistakes = new Mistakes();
        BookText.of(path, content, mistakes);
        return mistakes.list().stream().map(Mistake::toString).toList();
    }
}
