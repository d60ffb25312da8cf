package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.connector.StubSystem.Reply;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SystemsHealthTest {

    private final KameletTemplates templates = new KameletTemplates(Clock.systemUTC());
    private StubSystem stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubSystem();
        templates.replace(Map.of(), connectors());
    }

    @AfterEach
    void stop() {
        stub.close();
        templates.close();
    }

    @Test
    void showsWhichSystemKnowsUs() {
        // Given
        stub.misbehave(request -> switch (request.header("X-key")) {
            case "good" -> Reply.ok("{\"id\": 1}");
            case "other" -> Reply.ok("{\"id\": null}");
            default -> Reply.of(503, "");
        });
        try (SystemsHealth health = new SystemsHealth(calls(), Duration.ofMinutes(5), Clock.systemUTC())) {
            // When
            await().untilAsserted(() -> assertThat(health.health().getDetails().get("crm"))
                    .asString()
                    .contains("check="));
            // Then
            Map<String, Object> details = health.health().getDetails();
            assertThat(details.get("crm")).asString().contains("check=WELL");
            assertThat(details.get("crm2")).asString().contains("check=REFUSED", ".id != null");
            assertThat(details.get("crm3")).asString().contains("check=UNREACHABLE", "503");
            assertThat(details.get("shop")).asString().contains("check=UNKNOWN", "probe");
            assertThat(details.toString()).doesNotContain("good", "other");
            assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        }
        assertThat(stub.requests).hasSize(3);
    }

    private ConnectorCalls calls() {
        Systems systems = Systems.read(
                new SystemSettings(Map.of(
                        "crm", settings("desk", "good"),
                        "crm2", settings("desk", "other"),
                        "crm3", settings("desk", "away"),
                        "shop", settings("bare", "none"))),
                new Mistakes());
        return new ConnectorCalls(
                systems, MappingSet::empty, templates, ConnectorSettings.defaults(), Clock.systemUTC());
    }

    private Map<String, String> settings(String connector, String key) {
        return Map.of("connector", connector, "url", stub.url(), "key", key);
    }

    private static Connectors connectors() {
        String desk = """
                connector: desk
                title: Desk
                kind: crm
                properties: {key: {title: 密钥, description: 密钥, secret: true}}
                auth: {header: {name: X-Key, value: "{key}"}}
                probe: {path: /me, expect: '.id != null'}
                """;
        return new ConnectorFiles()
                .read(
                        List.of(
                                new SourceFile("connectors/desk.connector.yaml", desk, SourceFile.Origin.COMPANY),
                                new SourceFile(
                                        "connectors/bare.connector.yaml",
                                        "connector: bare\ntitle: Bare\nkind: shop\n",
                                        SourceFile.Origin.COMPANY)),
                        new Mistakes());
    }
}
