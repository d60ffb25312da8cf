package com.wecomesb.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The webhook sections of the shipped connectors, on what the systems really post. */
class ShippedWebhooksTest {

    static Stream<Arguments> bodies() {
        return Stream.of(
                argumentSet(
                        "Request Tracker, capture 15",
                        "request-tracker",
                        "{\"created\": \"2026-11-21T04:43:26Z\", \"creator\": \"esb\", \"event\": \"Create\", \"ticket\": 3, \"transaction\": 58}",
                        "58",
                        List.of(new RecordReference("x", "ticket", "3"))),
                argumentSet(
                        "Tryton, capture 15, a party",
                        "tryton",
                        "{\"event\": \"create\", \"model\": \"party.party\", \"ids\": [4]}",
                        null,
                        List.of(new RecordReference("x", "contact", "4"))),
                argumentSet(
                        "Tryton, capture 15, a sale: by the id that it keeps, it may have no number yet",
                        "tryton",
                        "{\"event\": \"write\", \"model\": \"sale.sale\", \"ids\": [1], \"fields\": [\"state\"], \"state\": \"quotation\"}",
                        null,
                        List.of(new RecordReference("x", "order", "sale.sale,1"))),
                argumentSet(
                        "Vendure, capture 11",
                        "vendure",
                        "{\"id\": \"0b7103f5-d6bb\", \"event\": \"order.state\", \"from\": \"PaymentAuthorized\", \"to\": \"PaymentSettled\", \"order\": {\"id\": 1, \"code\": \"2987XNL6D99HXM27\"}}",
                        "0b7103f5-d6bb",
                        List.of(new RecordReference("x", "order", "2987XNL6D99HXM27"))),
                argumentSet(
                        "REST, flat",
                        "rest",
                        "{\"kind\": \"ticket\", \"id\": 7}",
                        "msg_1",
                        List.of(new RecordReference("x", "ticket", "7"))),
                argumentSet(
                        "REST, as Standard Webhooks proposes",
                        "rest",
                        "{\"type\": \"order.paid\", \"timestamp\": \"2026-11-21T04:43:26Z\", \"data\": {\"id\": \"E1\"}}",
                        "msg_1",
                        List.of(new RecordReference("x", "order", "E1"))),
                argumentSet("REST, a test", "rest", "{\"type\": \"ping\"}", "msg_1", List.of()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void namesTheRecords(String connector, String body, String delivery, List<RecordReference> records)
            throws Exception {
        // Given
        WebhookSection section = section(connector);
        WebhookReceiver receiver =
                new WebhookReceiver(new ConnectedSystem("x", SystemKind.TICKET, connector, Map.of()), section);
        IncomingWebhook webhook = new IncomingWebhook(
                "POST",
                "https://esb.example.com/webhook/x",
                Map.of(),
                Map.of("webhook-id", "msg_1"),
                body.getBytes(StandardCharsets.UTF_8));

        // When
        WebhookReceiver.Read read = receiver.read(webhook);

        // Then
        assertThat(read.records()).containsExactlyElementsOf(records);
        assertThat(read.delivery()).isEqualTo(delivery);
    }

    @Test
    void everySectionTakesTwoSecretsSoThatOneCanBeExchanged() throws IOException {
        // When
        try (Stream<Path> files = Files.list(Path.of("routes/connectors"))) {
            List<Path> connectors = files.filter(file -> file.toString().endsWith(".connector.yaml"))
                    .toList();

            // Then
            assertThat(connectors).allSatisfy(file -> {
                String name = file.getFileName().toString().replace(".connector.yaml", "");
                ConnectorDescription description = description(name);
                description.webhook().ifPresent(section -> {
                    assertThat(section.signature().secrets()).as(name).hasSizeGreaterThan(1);
                    assertThat(description.properties().keySet())
                            .as(name)
                            .containsAll(section.signature().secrets());
                });
            });
        }
    }

    private static WebhookSection section(String connector) throws IOException {
        return description(connector).webhook().orElseThrow();
    }

    private static ConnectorDescription description(String connector) throws IOException {
        String path = "connectors/" + connector + ".connector.yaml";
        Mistakes mistakes = new Mistakes();
        var read = new ConnectorFiles()
                .read(
                        List.of(new SourceFile(
                                path, Files.readString(Path.of("routes", path)), SourceFile.Origin.SHIPPED)),
                        mistakes);
        assertThat(mistakes.list()).isEmpty();
        return read.find(connector).orElseThrow();
    }
}
