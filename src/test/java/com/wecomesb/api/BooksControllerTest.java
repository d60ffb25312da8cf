package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
@DirtiesContext
class BooksControllerTest {

    private static final String BOOK = "编号,问法,匹配,回复\n1,几点开门,包含,九点\n2,在哪里,包含,线上\n";

    @TempDir
    static Path temporary;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("esb.routes-dir", () -> temporary.resolve("routes").toString());
    }

    @Test
    void listsTheShippedBook() {
        assertThat(read("/api/v1/books"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[?(@.name=='faq')].enabled")
                .asArray()
                .containsExactly(2);
    }

    @Test
    void putsABookInItsPlaceOnlyOnceItIsNoDryRun() throws IOException {
        // When
        MvcTestResult tried = hand("shop.csv", "", BOOK.getBytes(Charset.forName("GBK")));
        Path file = temporary.resolve("routes/books/shop.csv");
        boolean before = Files.exists(file);
        MvcTestResult written = hand("shop.csv", "?dry-run=false", BOOK.getBytes(Charset.forName("GBK")));
        // Then
        assertThat(tried).bodyJson().extractingPath("$.added.length()").isEqualTo(2);
        assertThat(tried).bodyJson().extractingPath("$.written").isEqualTo(false);
        assertThat(before).isFalse();
        assertThat(written).bodyJson().extractingPath("$.written").isEqualTo(true);
        assertThat(Files.readString(file)).startsWith("\uFEFF编号,启用,").contains("1,是,几点开门,,包含,九点");
        assertThat(read("/api/v1/configuration")).bodyText().contains("books/shop.csv");
        Files.delete(file);
    }

    @Test
    void refusesAFileWithAMistakeAndNamesItsOwnCell() {
        // Given
        String file = "备注,编号,问法,回复,品牌\n,1,在吗,在,没有的品牌\n";
        // When
        MvcTestResult result = hand("bad", "?dry-run=false", file.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(result)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.mistakes[0].text")
                .asString()
                .startsWith("books/bad.xlsx E2:找不到品牌“没有的品牌”");
        assertThat(temporary.resolve("routes/books/bad.xlsx")).doesNotExist();
    }

    @Test
    void anExportThatIsImportedAgainChangesNothingButWhatWasFilledIn() throws IOException {
        // Given
        decided("e1", "UNMATCHED", null, "量子纠缠是什么");
        decided("e2", "UNMATCHED", null, "量子纠缠是什么?");
        decided("e3", "UNMATCHED", null, "几点开门啊");
        decided("e4", "DECIDED", "faq.1", "营业时间");
        // When
        byte[] workbook = read("/api/v1/books/faq/export").getResponse().getContentAsByteArray();
        MvcTestResult again = hand("faq", "", workbook);
        // Then
        assertThat(again).bodyJson().extractingPath("$.mistakes.length()").isEqualTo(0);
        assertThat(Stream.of("added", "changed", "deleted"))
                .allSatisfy(kind -> assertThat(again)
                        .bodyJson()
                        .extractingPath("$." + kind + ".length()")
                        .isEqualTo(0));
        assertThat(rows(workbook, 0).get(1)).endsWith("1", "2026-11-20 18:00");
        assertThat(rows(workbook, 1)).contains(List.of("量子纠缠是什么?", "2", "2026-11-20 18:00", "相似", ""));
        assertThat(rows(workbook, 1)).noneMatch(row -> row.get(0).contains("几点开门"));
    }

    @Test
    void nobodyWithoutTheKeyReadsWhatCustomersAsked() {
        assertThat(mvc.perform(get("/api/v1/books/export"))).hasStatus(401);
        assertThat(mvc.perform(get("/api/v1/books/nothing/export").header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)))
                .hasStatus(404);
        assertThat(hand("a b", "", BOOK.getBytes(StandardCharsets.UTF_8))).hasStatus(400);
        assertThat(hand("..%2f..%2fx", "", BOOK.getBytes(StandardCharsets.UTF_8))
                        .getResponse()
                        .getStatus())
                .isIn(400, 404);
    }

    private void decided(String uid, String outcome, String rule, String text) {
        OffsetDateTime at = OffsetDateTime.parse("2026-11-20T10:00:00Z");
        jdbc.update(
                "INSERT INTO event (uid, source, id, type, event_key, happened_at, received_at, decided_at, causality, hops,"
                        + " data, outcome, acting_rule, explanation, snapshot)"
                        + " VALUES (?, 's', ?, 'wecom.message.received', 'k', ?, ?, ?, ?, 0, ?, ?, ?, '{}', 'x')",
                uid,
                uid,
                at,
                at,
                at,
                uid,
                "{\"message\":{\"text\":\"%s\"}}".formatted(text).getBytes(StandardCharsets.UTF_8),
                outcome,
                rule);
    }

    private static List<List<String>> rows(byte[] workbook, int sheet) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> rows = read.getSheet(sheet).orElseThrow().read();
            int width = rows.get(0).getCellCount();
            return rows.stream()
                    .map(row -> Stream.iterate(0, column -> column + 1)
                            .limit(width)
                            .map(column -> row.getOptionalCell(column)
                                    .map(cell -> cell.getText())
                                    .orElse(""))
                            .toList())
                    .toList();
        }
    }

    private MvcTestResult read(String uri) {
        return mvc.perform(get(uri).header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER));
    }

    private MvcTestResult hand(String name, String query, byte[] file) {
        return mvc.perform(post(URI.create("/api/v1/books/"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/import" + query))
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .contentType("application/octet-stream")
                .content(file));
    }
}
