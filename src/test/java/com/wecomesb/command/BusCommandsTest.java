package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusCommandsTest {

    @TempDir
    Path data;

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer bus;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws IOException {
        bus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bus.createContext("/", this::answer);
        bus.start();
        Files.writeString(data.resolve("api-key"), "key-of-the-file\n");
        environment =
                Map.of("ESB_URL", "http://127.0.0.1:" + bus.getAddress().getPort(), "ESB_DATA_DIR", data.toString());
    }

    @AfterEach
    void stop() {
        bus.stop(0);
    }

    @Test
    void tellsTheStepsOfATrace() {
        // Given
        answers.put(
                "GET /api/v1/trace/msg%201",
                "{\"traces\":[{\"causality\":\"u\",\"steps\":[{\"ms\":12,\"what\":\"回复客户:完成\",\"detail\":\"x\"}]}]}");
        // When
        CommandRun run = run("trace", "msg 1");
        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("12 ms  回复客户:完成  x");
        assertThat(requests).containsExactly("GET /api/v1/trace/msg%201 Bearer key-of-the-file ");
    }

    @Test
    void printsTheAnswerAsJsonWhenAsked() {
        // Given
        answers.put("GET /api/v1/gates", "{\"items\":[]}");
        // When
        CommandRun run = run("gates", "--json");
        // Then
        assertThat(run.out()).isEqualToIgnoringWhitespace("{\"items\":[]}");
    }

    @Test
    void pausesWithAReasonAndResumes() {
        // Given
        answers.put(
                "POST /api/v1/gates", "{\"items\":[{\"kind\":\"pause\",\"scope\":\"system:crm\",\"reason\":\"升级\"}]}");
        answers.put("DELETE /api/v1/gates/system%3Acrm", "{\"items\":[]}");
        // When
        CommandRun paused = run("pause", "system:crm", "--reason", "升级");
        CommandRun resumed = run("resume", "system:crm");
        // Then
        assertThat(paused.out()).contains("pause  system:crm");
        assertThat(resumed.exitCode()).isZero();
        assertThat(requests.get(0)).contains("\"scope\":\"system:crm\"", "\"reason\":\"升级\"", "\"until\":null");
    }

    @Test
    void replaysADeadLetterOnlyOnceConfirmed() {
        // Given
        answers.put("POST /api/v1/dead-letters/7/replay?confirm=false", "409 {\"detail\":\"confirm=true replays it\"}");
        answers.put("POST /api/v1/dead-letters/7/replay?confirm=true", "{\"id\":7,\"state\":\"REPLAYED\"}");
        // When
        CommandRun asked = run("dead-letters", "replay", "7");
        CommandRun confirmed = run("dead-letters", "replay", "7", "--confirm");
        // Then
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("409 confirm=true replays it").doesNotContain("Exception");
        assertThat(confirmed.out()).contains("REPLAYED");
    }

    @Test
    void exportsABookIntoANewFileOnly() throws IOException {
        // Given
        answers.put("GET /api/v1/books/%E5%94%AE%E5%90%8E.xlsx/export", "workbook");
        Path target = data.resolve("out.xlsx");
        // When
        CommandRun first = run("books", "export", "routes/books/售后.xlsx", "-o", target.toString());
        CommandRun again = run("books", "export", "routes/books/售后.xlsx", "-o", target.toString());
        // Then
        assertThat(first.exitCode()).isZero();
        assertThat(target).hasContent("workbook");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("is there already");
        assertThat(run("books", "export", "-o", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void importsABookAfterItHasShownWhatThatChanges() throws IOException {
        // Given
        Path file = Files.writeString(data.resolve("shop.csv"), "编号,问法,回复");
        String rows = "\"added\":[{\"number\":\"3\",\"question\":\"在吗\"}],\"changed\":[{\"number\":\"1\","
                + "\"question\":\"退货\",\"columns\":[\"回复\",\"品牌\"]}],\"deleted\":[],\"mistakes\":[]}";
        answers.put("POST /api/v1/books/shop.csv/import?dry-run=true", "{\"path\":\"books/shop.csv\"," + rows);
        answers.put(
                "POST /api/v1/books/shop.csv/import?dry-run=false",
                "{\"written\":true,\"path\":\"books/shop.csv\"," + rows);
        // When
        CommandRun run = run("books", "import", file.toString(), "--yes");
        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("新增 3  在吗", "修改 1  退货  (回复、品牌)", "新增 1 行,修改 1 行,删除 0 行", "已写入 books/shop.csv");
        assertThat(requests).hasSize(2).last().asString().endsWith("编号,问法,回复");
    }

    @Test
    void writesNothingWhenTheBookHasMistakes() throws IOException {
        // Given
        Path file = Files.writeString(data.resolve("shop.csv"), "x");
        answers.put(
                "POST /api/v1/books/shop/import?dry-run=true",
                "{\"added\":[],\"changed\":[],\"deleted\":[],\"mistakes\":[{\"text\":\"books/shop.csv C2:不对\"}]}");
        // When
        CommandRun run = run("books", "import", file.toString(), "--to", "shop", "--yes");
        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("books/shop.csv C2:不对", "1 处错误,没有改动");
        assertThat(requests).hasSize(1);
    }

    @Test
    void showsWhatWaitsAndFailsWhenFilesHaveMistakes() {
        // Given
        answers.put(
                "GET /api/v1/status",
                "{\"snapshot\":\"abc\",\"waiting\":[{\"kind\":\"crm\",\"count\":3,\"oldestSeconds\":9}],"
                        + "\"mistakes\":[{\"text\":\"rules/a.yaml:1:1: 不对\"}]}");
        // When
        CommandRun run = run("status");
        // Then
        assertThat(run.out()).contains("crm 等待 3,最久 9 秒", "rules/a.yaml:1:1: 不对");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void drainsAndTakesPartAgain() {
        // Given
        answers.put("POST /api/v1/drain", "{\"drained\":true}");
        answers.put("DELETE /api/v1/drain", "{\"drained\":false}");
        // When
        CommandRun drained = run("drain");
        CommandRun back = run("drain", "--undo");
        // Then
        assertThat(drained.out()).contains("已排空");
        assertThat(back.out()).contains("正常工作");
    }

    @Test
    void addsWhatTheDoctorSeesFromHereToWhatTheBusFinds() {
        // Given
        answers.put(
                "GET /api/v1/doctor",
                "{\"findings\":[{\"app\":\"service\",\"check\":\"callback\",\"status\":\"WRONG\",\"advice\":\"signature differs (token)\"}]}");
        // When
        CommandRun run = run("doctor", "--dir", data.resolve("no-routes").toString());
        // Then
        assertThat(run.out()).contains("✓ files", "✗ service callback: signature differs (token)");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void saysThatTheBusCannotBeReached() {
        // Given
        bus.stop(0);
        // When
        CommandRun run = run("status");
        CommandRun doctor = run("doctor", "--dir", data.resolve("no-routes").toString());
        // Then
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("the bus cannot be reached");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out()).contains("✗ bus: the bus cannot be reached");
    }

    @Test
    void prefersTheKeyThatIsGiven() {
        // Given
        answers.put("GET /api/v1/gates", "{\"items\":[]}");
        // When
        run("gates", "--key", "given");
        // Then
        assertThat(requests.get(0)).contains("Bearer given");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(environment, arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        String answer = answers.getOrDefault(request, "404 {}");
        boolean refused = answer.matches("(?s)[45]\\d\\d .*");
        byte[] bytes = (refused ? answer.substring(4) : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? Integer.parseInt(answer.substring(0, 3)) : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
