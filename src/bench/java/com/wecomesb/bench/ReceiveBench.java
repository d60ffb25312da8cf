package com.wecomesb.bench;

import com.wecomesb.it.Http;
import com.wecomesb.process.JarProcess;
import com.wecomesb.sandbox.SandboxDefaults;
import com.wecomesb.wecom.callback.CallbackCrypto;
import com.wecomesb.wecom.callback.SealedCallback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * The whole receive path (HTTP, verify, decrypt, Kafka {@code acks=all}) beside its bare limits, in one run: the same
 * HTTP server answering the same body with no work, and a bare producer at an embedded broker.
 */
final class ReceiveBench {

    private static final int CONNECTIONS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    /** The compiler of the JVM is busy with a whole product for this long when it has two cores beside the load. */
    private static final Duration WARM_UP_OF_THE_BUS = Duration.ofSeconds(90);

    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final List<String> JVM = List.of("-Xmx512m");
    private static final Path FOLDER = Path.of("target", "bench-" + Long.toString(System.nanoTime(), 36)).toAbsolutePath();

    private ReceiveBench() {}

    public static void main(String[] arguments) throws Exception {
        int port = JarProcess.freePort();
        HttpLoad.Result bare = bareServer(port);
        port = JarProcess.freePort();
        HttpLoad.Result bus;
        double producer;
        long rss;
        long start = System.nanoTime();
        try (JarProcess esb = startBus(port)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            rss = residentMegabytes(esb.pid());
            print("start until ready: %.1f s, resident memory then: %d MB%n", seconds, rss);
            bus = new HttpLoad(port, CONNECTIONS, callbacks(port)).run(WARM_UP_OF_THE_BUS, MEASURED);
            print("resident memory after the load: %d MB%n", residentMegabytes(esb.pid()));
            producer = BareProducer.perSecond(brokers(port), "bare-limit", CONNECTIONS, WARM_UP, MEASURED);
        }
        print("%n%-44s %12s %9s %9s %9s%n", "", "requests/s", "P50 ms", "P99 ms", "failures");
        line("bare HTTP server, constant answer", bare);
        line("receive path: HTTP, decrypt, Kafka acks=all", bus);
        print("%-44s %12.0f%n", "bare producer, acks=all, the bus's own broker", producer);
        print(
                "%nreceive / bare HTTP: %.2f, receive / bare producer: %.2f, receive / one after the other: %.2f%n",
                bus.perSecond() / bare.perSecond(),
                bus.perSecond() / producer,
                bus.perSecond() * (1 / bare.perSecond() + 1 / producer));
    }

    /** The embedded broker of the running bus, as its health tells whoever has the key. */
    private static String brokers(int port) throws IOException {
        String key = Files.readString(FOLDER.resolve("data/api-key")).strip();
        return new Http("http://127.0.0.1:" + port, key)
                .get("/actuator/health")
                .path("components")
                .path("kafka")
                .path("details")
                .path("bootstrap.servers")
                .asText();
    }

    private static HttpLoad.Result bareServer(int port) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitPort(port);
            return new HttpLoad(port, CONNECTIONS, callbacks(port)).run(WARM_UP, MEASURED);
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void awaitPort(int port) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            new java.net.Socket("127.0.0.1", port).close();
            return true;
        });
    }

    private static JarProcess startBus(int port) throws IOException {
        Files.createDirectories(FOLDER.resolve("routes/rules"));
        Files.writeString(
                FOLDER.resolve("routes/rules/never.yaml"),
                "rules: [{id: never, when: {keywords: [从不出现的词]}, then: [{reply: {text: x}}]}]\n");
        // What is received is decided on the same two cores; that step stands still here, so that the path is seen alone.
        Files.createDirectories(FOLDER.resolve("routes/flows"));
        Files.writeString(
                FOLDER.resolve("routes/flows/decide.camel.yaml"),
                Files.readString(Path.of("routes/flows/decide.camel.yaml"))
                        .replace("    id: decide\n", "    id: decide\n    autoStartup: false\n"));
        return JarProcess.start(FOLDER, "bus", port, "/actuator/health/readiness", JVM, List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--esb.data-dir=" + FOLDER.resolve("data"),
                "--esb.routes-dir=" + FOLDER.resolve("routes"),
                "--esb.wecom.api-url=http://127.0.0.1:9",
                "--esb.wecom.apps.sandbox.corp-id=" + SandboxDefaults.CORP_ID,
                "--esb.wecom.apps.sandbox.token=" + SandboxDefaults.TOKEN,
                "--esb.wecom.apps.sandbox.encoding-aes-key=" + SandboxDefaults.ENCODING_AES_KEY,
                "--esb.wecom.apps.sandbox.mode=stopped"));
    }

    /** Ten thousand different messages, sealed beforehand, over and over. */
    private static LongFunction<byte[]> callbacks(int port) {
        CallbackCrypto crypto = new CallbackCrypto(
                SandboxDefaults.TOKEN, SandboxDefaults.ENCODING_AES_KEY, SandboxDefaults.CORP_ID);
        byte[][] prepared = new byte[10_000][];
        for (int i = 0; i < prepared.length; i++) {
            long now = Instant.now().getEpochSecond();
            String xml = "<xml><ToUserName><![CDATA[" + SandboxDefaults.CORP_ID + "]]></ToUserName><FromUserName><![CDATA[u"
                    + i % 500 + "]]></FromUserName><CreateTime>" + now
                    + "</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好,我想问一下这个多少钱]]></Content><MsgId>"
                    + (System.nanoTime() + i) + "</MsgId><AgentID>1000002</AgentID></xml>";
            SealedCallback sealed = crypto.seal(xml, Long.toString(now), Integer.toString(1_000_000 + i));
            byte[] body = sealed.asRequest(SandboxDefaults.CORP_ID, SandboxDefaults.AGENT_ID)
                    .getBytes(StandardCharsets.UTF_8);
            byte[] head = ("POST /callback/wecom/sandbox?" + sealed.asQuery() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                            + "\r\nContent-Type: text/xml\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] request = new byte[head.length + body.length];
            System.arraycopy(head, 0, request, 0, head.length);
            System.arraycopy(body, 0, request, head.length, body.length);
            prepared[i] = request;
        }
        return n -> prepared[(int) (n % prepared.length)];
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static void line(String name, HttpLoad.Result result) {
        print(
                "%-44s %12.0f %9.1f %9.1f %9d%n",
                name,
                result.perSecond(),
                result.millis(50),
                result.millis(99),
                result.failures());
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.printf(format, values);
    }
}
