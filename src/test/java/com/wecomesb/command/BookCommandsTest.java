package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Books of replies out of the bus and into it. */
class BookCommandsTest extends AgainstStubBus {

    @Test
    void exportsABookIntoANewFileOnly() throws IOException {
        // Given
        bus.answers("GET /api/v1/books/%E5%94%AE%E5%90%8E.xlsx/export", "workbook");
        Path target = data.resolve("out.xlsx");
        // When
        CommandRun first = bus.run("books", "export", "routes/books/售后.xlsx", "-o", target.toString());
        CommandRun again = bus.run("books", "export", "routes/books/售后.xlsx", "-o", target.toString());
        // Then
        assertThat(first.exitCode()).isZero();
        assertThat(target).hasContent("workbook");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("is there already");
        assertThat(bus.run("books", "export", "-o", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void importsABookAfterItHasShownWhatThatChanges() throws IOException {
        // Given
        Path file = Files.writeString(data.resolve("shop.csv"), "编号,问法,回复");
        String rows = "\"added\":[{\"number\":\"3\",\"question\":\"在吗\"}],\"changed\":[{\"number\":\"1\","
                + "\"question\":\"退货\",\"columns\":[\"回复\",\"品牌\"]}],\"deleted\":[],\"mistakes\":[]}";
        bus.answers("POST /api/v1/books/shop.csv/import?dry-run=true", "{\"path\":\"books/shop.csv\"," + rows);
        bus.answers(
                "POST /api/v1/books/shop.csv/import?dry-run=false",
                "{\"written\":true,\"path\":\"books/shop.csv\"," + rows);
        // When
        CommandRun run = bus.run("books", "import", file.toString(), "--yes");
        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("新增 3  在吗", "修改 1  退货  (回复、品牌)", "新增 1 行,修改 1 行,删除 0 行", "已写入 books/shop.csv");
        assertThat(bus.requests()).hasSize(2).last().asString().endsWith("编号,问法,回复");
    }

    @Test
    void writesNothingWhenTheBookHasMistakes() throws IOException {
        // Given
        Path file = Files.writeString(data.resolve("shop.csv"), "x");
        bus.answers(
                "POST /api/v1/books/shop/import?dry-run=true",
                "{\"added\":[],\"changed\":[],\"deleted\":[],\"mistakes\":[{\"text\":\"books/shop.csv C2:不对\"}]}");
        // When
        CommandRun run = bus.run("books", "import", file.toString(), "--to", "shop", "--yes");
        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("books/shop.csv C2:不对", "1 处错误,没有改动");
        assertThat(bus.requests()).hasSize(1);
    }
}
