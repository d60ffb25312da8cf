package com.wecomesb.connector.webhook;

import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Hints;
import com.wecomesb.connector.SystemSettings;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.change.RecordHintsForTests;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.time.MutableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A Tomcat on a free port with nothing but the webhook address; hints go into a list. */
final class WebhookServer implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String CONNECTOR = """
            connector: desk
            title: 服务台
            kind: [ticket, crm]
            properties:
              webhookSecret: {title: 通知密钥, description: 签名用, secret: true}
            webhook:
              signature: {algorithm: hmac-sha256, over: "{timestamp}.{body}", header: X-Signature, secrets: ["{webhookSecret}"]}
              timestamp: {header: X-Timestamp}
              delivery: X-Delivery
              records: '[for (.ids) {"kind": "ticket", "id": .}] + [for (.people) {"kind": "contact", "id": .}]'
              answer: {code: 0}
            """;

    final List<Hint> hints = new CopyOnWriteArrayList<>();
    final MutableClock clock = new MutableClock(NOW);
    private final HttpClient http = HttpClient.newHttpClient();
    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private volatile CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);

    WebhookServer(DataSource database) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("esb.webhook.max-body", "8KB", "esb.webhook.answer-within", "400ms")));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean(Hints.class, () -> hint -> {
            hints.add(hint);
            return stored;
        });
        context.register(Beans.class);
        context.refresh();
    }

    WebhookServer() {
        this(TestDatabase.H2.migrated());
    }

    /** When hints count as stored from now on. */
    void stores(CompletableFuture<Void> when) {
        stored = when;
    }

    double counted(String system, String outcome) {
        return context.getBean(MeterRegistry.class)
                .get("esb.webhook")
                .tag("system", system)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    void writeDeliveries() {
        context.getBean(DeliveryLog.class).write();
    }

    /** A webhook as the system sends it. */
    Map<String, String> signed(String delivery, String body) {
        String at = Long.toString(clock.instant().getEpochSecond());
        byte[] signature = SignatureAlgorithm.HMAC_SHA256.of(
                "secret".getBytes(StandardCharsets.UTF_8), (at + "." + body).getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Timestamp", at);
        headers.put("X-Signature", HexFormat.of().formatHex(signature));
        headers.put("X-Delivery", delivery);
        return headers;
    }

    HttpResponse<String> post(String delivery, String body) throws IOException, InterruptedException {
        return post("desk", signed(delivery, body), body);
    }

    HttpResponse<String> post(String system, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return http.send(request(system, headers, body), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postSoon(String delivery, String body) {
        return http.sendAsync(request("desk", signed(delivery, body), body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String system, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(system))
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    HttpResponse<String> get(String system) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(system)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String system) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + "/webhook/" + system);
    }

    @Override
    public void close() {
        context.close();
    }

    @Import({WebhookConfiguration.class, RecordHintsForTests.class, ConfigurationPropertiesAutoConfiguration.class})
    static class Beans {

        @Bean
        ServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Systems systems() {
            return Systems.read(
                    new SystemSettings(Map.of(
                            "desk", Map.of("connector", "desk", "kind", "ticket", "webhook-secret", "secret"),
                            "people", Map.of("connector", "desk", "kind", "crm", "webhook-secret", "secret"),
                            "mute", Map.of("connector", "none", "kind", "crm"))),
                    new Mistakes());
        }

        @Bean
        Supplier<Connectors> connectors() {
            Mistakes mistakes = new Mistakes();
            Connectors read = new ConnectorFiles()
                    .read(
                            List.of(new SourceFile(
                                    "connectors/desk.connector.yaml", CONNECTOR, SourceFile.Origin.COMPANY)),
                            mistakes);
            if (!mistakes.isEmpty()) {
                throw new AssertionError(mistakes.list().toString());
            }
            return () -> read;
        }
    }
}
