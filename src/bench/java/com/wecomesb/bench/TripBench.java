package com.wecomesb.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.it.Http;
import com.wecomesb.it.Sandbox;
import com.wecomesb.process.JarProcess;
import com.wecomesb.sandbox.SandboxApplication;
import com.wecomesb.sandbox.SandboxDefaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;

/**
 * The whole trip: from a customer's word, over the encrypted callback, decision and reply, until the reply arrives at
 * the simulator. Five hundred conversations, half of them through 微信客服; the bus is a process of its own.
 */
final class TripBench {

    private static final int CONVERSATIONS = 500;
    /** The compiler of the JVM is busy with a whole product for this long when it has two cores beside the load. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("warm-up", 120);

    private static final List<String> JVM = List.of(System.getProperty("jvm", "-Xmx512m").split(" "));
    private static final Path FOLDER = Path.of("target", "trip-" + Long.toString(System.nanoTime(), 36)).toAbsolutePath();

    private TripBench() {}

    public static void main(String[] arguments) throws Exception {
        int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        int sandboxPort = JarProcess.freePort();
        int busPort = JarProcess.freePort();
        try (var simulators = SandboxApplication.run(
                        "--server.port=" + sandboxPort,
                        "--esb.sandbox.callback-url=http://127.0.0.1:" + busPort + "/callback/wecom/{app}",
                        "--server.tomcat.max-keep-alive-requests=-1",
                        "--esb.sandbox.limits.base-per-minute=0",
                        "--esb.sandbox.limits.base-per-hour=0",
                        "--esb.sandbox.limits.member-per-minute=100000",
                        "--esb.sandbox.limits.member-per-hour=1000000");
                JarProcess bus = startBus(busPort, "http://127.0.0.1:" + sandboxPort + "/sandbox/")) {
            Sandbox sandbox = new Sandbox(new Http("http://127.0.0.1:" + sandboxPort, ""));
            People people = new People(sandboxPort, CONVERSATIONS);
            people.write("热身", perSecond / 2, WARM_UP_SECONDS);
            int warm = people.written().size();
            awaitReplies(sandbox, warm);
            people.forget();
            print("warmed up with %d messages, now %d/s for %d s%n", warm, perSecond, seconds);
            people.write("测量", perSecond, seconds);
            JsonNode ledger = awaitReplies(sandbox, people.written().size() + warm);
            report(ledger, people.written(), perSecond, bus.pid());
        }
    }

    private static JarProcess startBus(int port, String sandbox) throws Exception {
        Path rules = FOLDER.resolve("routes/rules/trip.yaml");
        Files.createDirectories(rules.getParent());
        Files.writeString(
                rules, "rules: [{id: trip, when: {keywords: [测试]}, then: [{reply: {text: \"收到 {{ event.text }}\"}}]}]\n");
        return JarProcess.start(FOLDER, "bus", port, "/actuator/health/readiness", JVM, List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--esb.data-dir=" + FOLDER.resolve("data"),
                "--esb.routes-dir=" + FOLDER.resolve("routes"),
                "--esb.wecom.api-url=" + sandbox + "wecom",
                "--esb.wecom.limits.calls-per-minute=1000000",
                "--esb.wecom.limits.calls-per-hour=10000000",
                "--esb.wecom.limits.member-messages-per-minute=100000",
                "--esb.wecom.limits.member-messages-per-hour=1000000",
                "--esb.wecom.apps.sandbox.corp-id=" + SandboxDefaults.CORP_ID,
                "--esb.wecom.apps.sandbox.agent-id=" + SandboxDefaults.AGENT_ID,
                "--esb.wecom.apps.sandbox.secret=" + SandboxDefaults.APP_SECRET,
                "--esb.wecom.apps.sandbox.token=" + SandboxDefaults.TOKEN,
                "--esb.wecom.apps.sandbox.encoding-aes-key=" + SandboxDefaults.ENCODING_AES_KEY,
                "--esb.wecom.apps.sandbox.mode=live"));
    }

    /** Until each has its reply, or no more come. */
    private static JsonNode awaitReplies(Sandbox sandbox, int count) {
        AtomicReference<JsonNode> last = new AtomicReference<>(sandbox.ledger());
        Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofSeconds(5)).until(() -> {
            JsonNode ledger = sandbox.ledger();
            boolean stuck = replies(ledger) == replies(last.getAndSet(ledger));
            return replies(ledger) >= count || stuck;
        });
        JsonNode ledger = last.get();
        if (replies(ledger) < count) {
            print("%d replies of %d, no more come: %s%n", replies(ledger), count, ledger.path("counts"));
        }
        return ledger;
    }

    private static int replies(JsonNode ledger) {
        return ledger.path("sends").size();
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.printf(format, values);
    }

    private static void report(JsonNode ledger, Map<String, Instant> written, int perSecond, long pid) throws Exception {
        Histogram millis = new Histogram(3);
        for (JsonNode send : ledger.path("sends")) {
            Instant at = written.get(send.path("text").asText().replace("收到 ", ""));
            if (at != null) {
                millis.recordValue(Math.max(
                        0, Duration.between(at, Instant.parse(send.path("at").asText())).toMillis()));
            }
        }
        String resident = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("");
        print(
                "whole trip at %d messages/s, %d conversations: %d of %d replied, P50 %d ms, P99 %d ms, most %d ms; %s%n",
                perSecond,
                CONVERSATIONS,
                millis.getTotalCount(),
                written.size(),
                millis.getValueAtPercentile(50),
                millis.getValueAtPercentile(99),
                millis.getMaxValue(),
                resident);
    }
}
