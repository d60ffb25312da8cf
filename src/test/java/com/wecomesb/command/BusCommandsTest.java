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
    void followsAFirstLoadToItsEnd() {
        // Given
        String job =
                "{\"id\":3,\"task\":\"LOAD\",\"system\":\"crm\",\"kind\":\"contact\",\"counts\":{\"records\":%d},\"state\":\"%s\"}";
        answers.put("POST /api/v1/sync/jobs", job.formatted(0, "RUNNING"));
        answers.put("GET /api/v1/sync/jobs/3", job.formatted(500, "DONE"));
        // When
        CommandRun run = run("sync", "load", "crm", "contact", "--rate", "50");
        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("#3  LOAD  crm contact  DONE  records 500");
        assertThat(requests.get(0)).contains("\"callsPerSecond\":50").contains("\"task\":\"load\"");
    }

    @Test
    void aComparisonThatFindsSomethingEndsWithOne() {
        // Given
        answers.put("POST /api/v1/sync/jobs", "{\"id\":4,\"state\":\"DONE\",\"counts\":{}}");
        answers.put(
                "GET /api/v1/sync/jobs/4/differences?limit=100",
                "{\"items\":[{\"what\":\"differs\",\"theirs\":\"R3\",\"ours\":\"c1\",\"fields\":[\"company\"],\"repaired\":false}],\"next\":null}");
        // When
        CommandRun run = run("sync", "reconcile", "crm", "contact");
        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("differs  R3  c1  company");
    }

    @Test
    void tellsTheSharesOfTheIdentityReport() {
        // Given
        answers.put(
                "GET /api/v1/identity/report",
                "{\"systems\":[{\"counts\":{\"system\":\"crm\",\"kind\":\"contact\",\"records\":4,\"matched\":1},\"shares\":{\"matched\":0.25}}],\"merged\":2,\"twins\":0}");
        // When
        CommandRun run = run("identity", "report");
        // Then
        assertThat(run.out()).contains("crm contact  共 4  认出 1 (25.0%)").contains("合并 2");
    }

    @Test
    void saysWhoIsRightAndWhoItIs() {
        // Given
        answers.put(
                "POST /api/v1/conflicts/7/decide",
                "{\"id\":7,\"system\":\"crm\",\"field\":\"name\",\"ourValue\":\"芳姐\",\"winner\":\"TARGET\"}");
        answers.put("POST /api/v1/identity/reviews/5/decide", "{\"id\":5,\"state\":\"SAME\"}");
        // When
        CommandRun conflict = run("conflicts", "decide", "7", "target", "--by", "王芳");
        CommandRun review = run("identity", "decide", "5", "same", "--contact", "c1", "--json");
        // Then
        assertThat(conflict.out()).contains("#7", "芳姐", "TARGET");
        assertThat(review.out()).contains("\"SAME\"");
        assertThat(requests.get(0)).contains("\"keep\":\"target\"", "\"by\":\"王芳\"");
        assertThat(requests.get(1)).contains("\"is\":\"same\"", "\"contact\":\"c1\"", "\"by\":null");
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

    @Test
    void triesAFileInTheShadowAndTellsEachDifference() throws IOException {
        // Given
        Path file = Files.createDirectories(data.resolve("rules")).resolve("a.yaml");
        Files.writeString(file, "rules: []");
        answers.put("POST /api/v1/rules/shadow", """
                {"before": "1", "after": "2", "mistakes": [], "more": 0, "limits": ["时刻"],
                 "difference": {"rules": {"added": ["b"], "changed": ["a"], "removed": [], "more": 0}, "files": {}},
                 "totals": {"asked": 9, "changed": 1, "newlyAnswered": 1, "complete": true, "sameSnapshot": 4, "asRecorded": 4},
                 "changes": [{"uid": "u1", "time": "2026-11-21T10:00:00Z", "text": "便宜点", "why": "规则“b”生效",
                   "before": {"rule": null, "actions": ["回复客户:x"]}, "after": {"rule": "b", "actions": ["创建工单:y"]}}]}
                """);
        // When
        CommandRun shadow = run("rules", "shadow", file.toString(), "--days", "3");
        // Then
        assertThat(shadow.exitCode()).isZero();
        assertThat(requests.get(0)).contains("{\"files\":{\"rules/a.yaml\":\"rules: []\"},\"days\":3");
        assertThat(shadow.out())
                .contains("规则 +b ~a", "“便宜点”", "(没有规则) → b", "回复客户:x → 创建工单:y", "9 个事件,1 个决定不同", "注意 时刻");
    }

    @Test
    void publishesAFolderWithItsAuthor() throws IOException {
        // Given
        Files.writeString(Files.createDirectories(data.resolve("rules")).resolve("a.yaml"), "rules: []");
        answers.put("POST /api/v1/rules/publish", """
                {"version": {"number": 7, "snapshot": "abc", "author": "王芳", "reason": "双十一", "difference": {}}, "mistakes": []}
                """);
        // When
        CommandRun publish = run("rules", "publish", data.toString(), "--author", "王芳", "--reason", "双十一");
        CommandRun nameless = run("rules", "publish", data.toString(), "--reason", "双十一");
        // Then
        assertThat(publish.out()).contains("7  ", "王芳  双十一");
        assertThat(requests.get(0)).contains("\"whole\":true", "\"author\":\"王芳\"");
        assertThat(nameless.exitCode()).isEqualTo(2);
    }

    @Test
    void goesBackAndFailsWhereNothingIsBefore() {
        // Given
        answers.put("POST /api/v1/rules/versions/previous/restore", "404 {\"detail\": \"There is no version before\"}");
        answers.put("POST /api/v1/rules/versions/3/restore", """
                {"version": {"number": 8, "restores": 3, "difference": {}}, "mistakes": []}
                """);
        // When
        CommandRun back = run("rules", "back", "--author", "a", "--reason", "b");
        CommandRun there = run("rules", "back", "--to", "3", "--author", "a", "--reason", "b");
        // Then
        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err()).contains("There is no version before");
        assertThat(there.out()).contains("(回到 3)");
    }

    @Test
    void asksTheBusAboutAStoredContact() {
        // Given
        answers.put("POST /api/v1/rules/explain", "{\"candidates\": [\"a\", \"b\"], \"matched\": []}");
        // When
        CommandRun explain = run("rules", "explain", "在吗", "--contact", "wmABC");
        // Then
        assertThat(requests.get(0)).contains("\"contact\":\"wmABC\"");
        assertThat(explain.out()).contains("候选 a、b");
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
