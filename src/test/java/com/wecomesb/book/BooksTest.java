package com.wecomesb.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.document.YamlNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BooksTest {

    private static final String HEAD = "编号,启用,问法(每行一个),排除词,匹配(包含/完全/相似),回复,图片,品牌,优先级,生效,失效,转人工,备注\n";

    static Stream<Arguments> cells() {
        return Stream.of(
                argumentSet("no number", ",是,在吗,,,在的", "A2:编号不能为空:每一行要有自己的编号,之后不要改(命中次数按编号统计)"),
                argumentSet("a number with a blank", "1 2,是,在吗,,,在的", "A2:编号只能用字母、数字、汉字、-、_、.,连同书名最多 80 个字"),
                argumentSet("a number twice", "1,,在吗,,,在的\n1,,你好,,,好", "A3:编号“1”在第 2 行已经用过"),
                argumentSet("a number twice, once switched off", "1,否,在吗\n1,,你好,,,好", "A3:编号“1”在第 2 行已经用过"),
                argumentSet("no such switch", "1,也许,在吗,,,在的", "B2:启用要写 是 或 否"),
                argumentSet("no question", "1,是,,,,在的", "C2:问法不能为空:每行写一个客户会怎么问"),
                argumentSet("a long question", "1,是," + "吗".repeat(201) + ",,,在的", "C2:一个问法最多 200 个字"),
                argumentSet("no such matching", "1,是,在吗,,模糊,在的", "E2:匹配没有“模糊”,要写 包含、完全 或 相似"),
                argumentSet("a long reply", "1,是,在吗,,," + "好".repeat(683), "F2:回复超过2048字节(有 2049 字节,一个汉字 3 字节)"),
                argumentSet("nothing to do", "1,是,在吗,,,,,,,,,否", "F2:回复、图片、转人工至少要写一个"),
                argumentSet("likeness without a reply", "1,是,在吗,,相似,,,,,,,是", "F2:匹配是相似时要有回复或图片"),
                argumentSet("no whole number", "1,是,在吗,,,好,,,一", "I2:优先级要写整数,越大越先"),
                argumentSet("no date", "1,是,在吗,,,好,,,,下周", "J2:生效“下周”不是日期:写成 2026-11-01,或者带时间 2026-11-01 09:30"),
                argumentSet(
                        "no such day",
                        "1,是,在吗,,,好,,,,,2026-02-30",
                        "K2:失效“2026-02-30”不是日期:写成 2026-11-01,或者带时间 2026-11-01 09:30"));
    }

    @ParameterizedTest
    @MethodSource
    void cells(String rows, String mistake) {
        // When
        List<String> found = mistakes("books/售后.csv", HEAD + rows);
        // Then
        assertThat(found).containsExactly("books/售后.csv " + mistake);
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                argumentSet("an unknown one", "编号,问法,回覆,回复\n", " C1:没有列“回覆”,是不是“回复”?"),
                argumentSet("one twice", "编号,问法,回复,问法(每行一个)\n", " D1:列“问法”出现了两次"),
                argumentSet("none over cells", "编号,问法,,回复\n1,在吗,啊,在\n", " C1:C 列有内容,但第 1 行没有写列名"),
                argumentSet("a missing one", "编号,问法\n", ": 第 1 行要写列名,缺“回复”;可用的列名:编号、启用、"),
                argumentSet("an empty file", "", ": 第 1 行要写列名,缺“编号”“问法”“回复”"),
                argumentSet("quotes left open", "编号,问法,回复\n1,\"在吗,好\n", ": 第 2 行不是 CSV"));
    }

    @ParameterizedTest
    @MethodSource
    void heads(String text, String mistake) {
        // When
        List<String> found = mistakes("books/a.csv", text);
        // Then
        assertThat(found).first().asString().startsWith("books/a.csv" + mistake);
    }

    @Test
    void namesThatRulesCannotHaveAreRefusedAndSoAreTwoBooksOfOneName() {
        assertThat(mistakes("books/售 后.csv", HEAD)).singleElement().asString().contains("书名只能用");
        assertThat(Books.isName("books/a/b.csv")).isFalse();
        // When
        Mistakes found = new Mistakes();
        Books.read(List.of(file("books/a.csv", HEAD), file("books/a.xlsx", HEAD)), found);
        // Then
        assertThat(found.list()).singleElement().hasToString("books/a.xlsx: 和 books/a.csv 同名,请改一个名字");
    }

    @Test
    void aRowIsARuleAndAReplyWhoseValuesStandWhereTheCellsAre() {
        // Given
        String row =
                "7,√,\"怎么退货\n退货流程 \n怎么退货\",\"退群、退款,退钱\",相似,亲,这样退,退货.png,A,１０,2026/11/1,2026年11月12日 18:00,售后组,随便写\n";
        // When
        Books books = Books.read(
                List.of(file("books/售后.csv", HEAD + row.replace("亲,", "\"亲,").replace("退,退货.png", "退\",退货.png"))),
                new Mistakes());
        // Then
        YamlNode rule = books.rules().get(0).get("rules").orElseThrow().items().get(0);
        assertThat(rule.json())
                .hasToString("{\"id\":\"售后.7\",\"description\":\"怎么退货\",\"priority\":10,"
                        + "\"valid\":{\"from\":\"2026-11-01\",\"until\":\"2026-11-12 18:00\"},"
                        + "\"when\":{\"similar\":{\"to\":[\"售后.7\"]},\"brand\":\"A\"},"
                        + "\"unless\":{\"keywords\":{\"any\":[\"退群\",\"退款\",\"退钱\"]}},"
                        + "\"then\":[{\"reply\":\"售后.7\"},{\"handoff\":\"售后组\"}]}");
        assertThat(rule.get("when").orElseThrow().get("brand").orElseThrow()).hasToString("books/售后.csv:2:8");
        YamlNode reply =
                books.replies().get(0).get("replies").orElseThrow().items().get(0);
        assertThat(reply.json())
                .hasToString("{\"id\":\"售后.7\",\"questions\":[\"怎么退货\",\"退货流程\"],"
                        + "\"messages\":[{\"text\":\"亲,这样退\"},{\"image\":\"files/退货.png\"}]}");
    }

    @Test
    void rowsThatAreSwitchedOffOrEmptyDoNothing() {
        // Given
        String rows = "1,否,,,什么,,,,x\n\n,是,,,,,,,,,,,\n3,,在吗,,,在\n,,,,,\n";
        // When
        Mistakes mistakes = new Mistakes();
        Books books = Books.read(List.of(file("books/a.csv", HEAD + rows)), mistakes);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(books.list().get(0).rows()).extracting(Row::line).containsExactly(2, 5);
        assertThat(books.rules().get(0).get("rules").orElseThrow().items()).hasSize(1);
    }

    @Test
    void tenThousandRowsAreReadAsFastAsAReloadNeedsIt() {
        // Given
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 1; i <= 10_000; i++) {
            text.append(i)
                    .append(",是,\"第")
                    .append(i)
                    .append("个问题\n问题")
                    .append(i)
                    .append("\",,包含,回答")
                    .append(i)
                    .append('\n');
        }
        // When
        Books books = Books.read(List.of(file("books/a.csv", text.toString())), new Mistakes());
        // Then
        assertThat(books.rules().get(0).get("rules").orElseThrow().items()).hasSize(10_000);
    }

    private static List<String> mistakes(String path, String text) {
        Mistakes mistakes = new Mistakes();
        Books.read(List.of(file(path, text)), mistakes);
        return mistakes.list().stream().map(Mistake::toString).toList();
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text, Origin.COMPANY);
    }
}
