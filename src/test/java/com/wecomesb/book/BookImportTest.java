package com.wecomesb.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BookImportTest {

    private static final String PATH = "books/售后.xlsx";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void tellsWhatIsAddedChangedAndDeleted() {
        // Given
        Book before = book("编号,问法,回复\n1,在吗,在\n2,走了吗,没\n3,好吗,好\n");
        // When
        Difference difference = read("编号,启用,回复,问法,命中次数\n3,是,好,好吗,99\n2,停用,没,走了吗,0\n5,,新,新的,0\n", before)
                .difference();
        // Then
        assertThat(difference.added()).extracting(Row::number).containsExactly("5");
        assertThat(difference.changed())
                .singleElement()
                .satisfies(change -> assertThat(change.columns()).containsExactly(Column.ENABLED));
        assertThat(difference.deleted()).extracting(Row::number).containsExactly("1");
    }

    @Test
    void anAnsweredQuestionBecomesARowWithANumberThatNobodyHad() {
        // Given
        Book before = book("编号,问法,回复\n1,在吗,在\n9,走了吗,没\n");
        List<Sheet> sheets = List.of(
                new Sheet("售后", List.of(List.of("编号", "问法", "回复"), List.of("1", "在吗", "在"))),
                new Sheet(
                        "没答上来的问题",
                        List.of(
                                List.of("问题", "次数", "最近一次", "匹配(包含/完全/相似)", "回复"),
                                List.of("能开票吗", "3", "", "相似", "能"),
                                List.of("没人答", "2", "", "相似", ""))));
        // When
        BookImport read = BookImport.read(PATH, XlsxWriter.write(sheets), before, new Mistakes())
                .orElseThrow();
        // Then
        assertThat(read.difference().added()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo("10");
            assertThat(row.get(Column.QUESTIONS)).isEqualTo("能开票吗");
            assertThat(row.get(Column.MATCH)).isEqualTo("相似");
        });
        assertThat(read.asHandedIn(new Mistake(PATH, 3, 6, "不对")).toString()).isEqualTo(PATH + ": 工作表“没答上来的问题” E2:不对");
        assertThat(BookText.sheets(PATH, read.file(), new Mistakes())).hasSize(1);
    }

    @Test
    void aSheetThatIsCalledLikeTheBookGoesBeforeTheFirst() {
        // Given
        List<Sheet> sheets = List.of(
                new Sheet("售前", List.of(List.of("编号", "问法", "回复"), List.of("1", "甲", "乙"))),
                new Sheet("售后", List.of(List.of("编号", "问法", "回复"), List.of("2", "丙", "丁"))));
        // When
        BookImport read = BookImport.read(PATH, XlsxWriter.write(sheets), null, new Mistakes())
                .orElseThrow();
        // Then
        assertThat(read.difference().added()).extracting(Row::number).containsExactly("2");
    }

    @Property(tries = 100)
    void anExportThatIsImportedAgainChangesNothing(@ForAll("books") Book book) {
        // Given
        Map<String, Hits> hits = Map.of(book.name() + ".1", new Hits(3, NOON));
        // When
        byte[] workbook =
                new BookExport(hits, CHINA).workbook(List.of(book), List.of(new Question("=1+1 是几", 2, NOON)), true);
        BookImport read = BookImport.read(PATH, workbook, book, new Mistakes()).orElseThrow();
        BookImport csv = BookImport.read(
                        "books/售后.csv",
                        BookContent.file("books/售后.csv", BookContent.sheet("", book.rows())),
                        book,
                        new Mistakes())
                .orElseThrow();
        // Then
        assertThat(read.difference().isEmpty()).isTrue();
        assertThat(csv.difference().isEmpty()).isTrue();
        assertThat(Books.read(List.of(read.source()), new Mistakes())
                        .list()
                        .get(0)
                        .rows())
                .extracting(Row::cells)
                .isEqualTo(book.rows().stream().map(Row::cells).toList());
    }

    @Provide
    Arbitrary<Book> books() {
        Arbitrary<String> text = Arbitraries.of(
                        "退货\n怎么退", "=1+1", "'引号\"", "a,b;c", "-5", "  空 格 ", "😀", "007", "<&>", "")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
        Arbitrary<Map<Column, String>> cells = text.list()
                .ofSize(Column.kept().size())
                .map(texts -> {
                    Map<Column, String> values = new EnumMap<>(Column.class);
                    Column.kept()
                            .forEach(column -> values.put(
                                    column, texts.get(column.ordinal()).strip()));
                    return values;
                });
        return cells.list().ofMaxSize(5).map(rows -> {
            List<Row> numbered = IntStream.range(0, rows.size())
                    .mapToObj(i -> new Row(i + 2, rows.get(i)).with(Column.NUMBER, Integer.toString(i + 1)))
                    .toList();
            Book empty = book("编号,问法,回复\n");
            return new Book(empty.path(), empty.name(), numbered, empty.heads());
        });
    }

    private static BookImport read(String csv, Book before) {
        return BookImport.read(PATH, csv.getBytes(StandardCharsets.UTF_8), before, new Mistakes())
                .orElseThrow();
    }

    private static Book book(String csv) {
        return Books.read(List.of(new SourceFile(PATH, csv, SourceFile.Origin.COMPANY)), new Mistakes())
                .list()
                .get(0);
    }
}
