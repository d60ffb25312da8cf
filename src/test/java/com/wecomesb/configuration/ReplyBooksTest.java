package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.SourceFile;
import com.wecomesb.rule.DescribedFacts;
import com.wecomesb.rule.Match;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** Rows of reply books among the rules and replies of the other files. */
class ReplyBooksTest {

    private static final String HEAD = "编号,启用,问法,排除词,匹配,回复,图片,品牌,优先级,生效,失效,转人工,备注\n";
    private static final SourceFile ACCOUNTS = file("accounts.yaml", """
            brands: {A: {name: 晴天, hotline: 400-1}, B: {name: 雨天}}
            accounts:
              旗舰店: {app: service, kf: wk1, brand: A}
              药房: {app: service, kf: wk2, brand: B, industry: medicine}
            groups: {售后组: {app: service, users: [zhang]}}
            """);

    static Stream<Arguments> decisions() {
        return Stream.of(
                argumentSet("contains", "1,,退货,,包含,好", "我要退货", "书.1"),
                argumentSet("a word left out", "1,,退货,不退货,包含,好", "我不退货", null),
                argumentSet("the whole message", "1,,在吗,,完全,好", "在吗?", "书.1"),
                argumentSet("not the whole message", "1,,在吗,,完全,好", "在吗亲", null),
                argumentSet("alike", "1,,怎么修改收货地址,,相似,好", "收货地址怎么修改", "书.1"),
                argumentSet("not alike", "1,,怎么修改收货地址,,相似,好", "今天下雨", null),
                argumentSet("another brand", "1,,退货,,包含,好,,A", "退货", null),
                argumentSet("switched off", "1,否,退货,,包含,好", "退货", null),
                argumentSet("over", "1,,退货,,包含,好,,,,,2026-01-01", "退货", null),
                argumentSet("the higher priority", "1,,退货,,,好\n2,,退货,,,好,,,5", "退货", "书.2"));
    }

    @ParameterizedTest
    @MethodSource
    void decisions(String rows, String text, String rule) {
        // Given
        Built built = build(file("books/书.csv", HEAD + rows));
        assertThat(built.mistakes()).isEmpty();
        // When
        List<Match> acting = built.checked()
                .part(RuleSet.class)
                .acting(DescribedFacts.text(text)
                        .timedBy(built.checked().part(Calendars.class))
                        .understoodBy(built.checked().part(Language.class)));
        // Then
        assertThat(acting).extracting(match -> match.rule().id()).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("an unknown brand", "1,,在吗,,包含,在,,C", "H2:找不到品牌“C”,可用:A、B"),
                argumentSet("an unknown group", "1,,在吗,,包含,在,,,,,,售前组", "2:"),
                argumentSet("a missing picture", "1,,在吗,,包含,,退货.png", "G2:文件 replies/files/退货.png 不存在"),
                argumentSet("no picture", "1,,在吗,,包含,,退货.pdf", "G2:图片只能是"),
                argumentSet("a broken template", "1,,在吗,,包含,{{ x", "F2:模板写错了"),
                argumentSet("a variable the brand has not", "1,,在吗,,包含,{{ brand.hotline }},,B", "F2:品牌“B”没有变量 hotline"),
                argumentSet(
                        "times in the wrong order",
                        "1,,在吗,,包含,在,,,,2026-11-12,2026-11-01",
                        "J2:valid 的 until 要在 from 之后"),
                argumentSet("likeness where nothing may be guessed", "1,,在吗,,相似,在", "E2:规则“书.1”用了“similar”"),
                argumentSet("an unknown vocabulary", "1,,$退货,,包含,在", "C2:"));
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(String row, String mistake) {
        // When
        Built built = build(ACCOUNTS, file("books/书.csv", HEAD + row));
        // Then
        assertThat(built.mistakes())
                .first()
                .asString()
                .startsWith("books/书.csv ")
                .contains(mistake);
    }

    @Test
    void likenessIsFineForABrandWhoseIndustryAllowsIt() {
        assertThat(build(ACCOUNTS, file("books/书.csv", HEAD + "1,,在吗,,相似,在,,A")).mistakes())
                .isEmpty();
    }

    @Test
    void aBookIsReadFromTheFolderWhateverItsEncodingAndReloadedWhenItChanges(@TempDir Path folder) throws IOException {
        // Given
        Path book = Files.createDirectories(folder.resolve("books")).resolve("shop.csv");
        Files.write(book, (HEAD + "1,,退货,,包含,好").getBytes(Charset.forName("GBK")));
        Files.write(folder.resolve("books/~$shop.xlsx"), new byte[] {1, 2, 3});
        RoutesFolder routes = new RoutesFolder(folder, ShippedFiles.of(Map.of()));
        RunningConfiguration configuration = RunningConfiguration.start(routes, builder());
        // When
        Files.write(book, (HEAD + "1,,退货,,包含,好\n2,,在吗,,包含,").getBytes(Charset.forName("GBK")));
        List<Mistake> broken = configuration.reload().mistakes();
        int before = configuration.current().part(RuleSet.class).rules().size();
        Files.write(book, (HEAD + "1,,退货,,包含,好\n2,,在吗,,包含,在").getBytes(Charset.forName("GBK")));
        List<Mistake> mended = configuration.reload().mistakes();
        // Then
        assertThat(broken).singleElement().hasToString("books/shop.csv F3:回复、图片、转人工至少要写一个");
        assertThat(before).isEqualTo(1);
        assertThat(mended).isEmpty();
        assertThat(configuration.current().part(RuleSet.class).rule("shop.2")).isPresent();
    }

    @Test
    void tenThousandRowsAreInForceLikeAnyOthers() {
        // Given
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 1; i <= 10_000; i++) {
            rows.append(i)
                    .append(",,\"第")
                    .append(i)
                    .append("个问题\n问题")
                    .append(i)
                    .append("号\",,包含,回答")
                    .append(i)
                    .append('\n');
        }
        // When
        Built built = build(file("books/书.csv", rows.toString()));
        // Then
        assertThat(built.mistakes()).isEmpty();
        assertThat(built.checked().part(RuleSet.class).acting(DescribedFacts.text("请问问题9999号")))
                .extracting(match -> match.rule().id())
                .containsExactly("书.9999");
    }

    private static Built build(SourceFile... files) {
        return builder().build(new RouteFiles(List.of(files), List.of(), List.of(), false));
    }

    private static SnapshotBuilder builder() {
        return Formats.builder(
                new MockEnvironment().withProperty("esb.wecom.apps.service.corp-id", "ww1"), routes -> List.of());
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text, SourceFile.Origin.COMPANY);
    }
}
