package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that a customer sends through WeCom reaches a ticket: through the whole running bus and the connector of Zammad. */
class AttachmentsIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String PNG = "PNG";

    private final RunningBus bus = RunningBus.get();
    private final Http http = bus.http();
    private final Sandbox sandbox = new Sandbox(http);
    private final String customer = Sandbox.newCustomer();
    private final String member = "u" + UUID.randomUUID().toString().substring(0, 8);
    private final String title = "照片 " + member;

    @BeforeEach
    void openTicketsForThePicturesOfThesePeople() throws IOException {
        Files.writeString(
                bus.routes().resolve("rules/pictures-" + member + ".yaml"), """
                event: wecom.message.received
                rules:
                  - id: pictures-%1$s
                    priority: 300
                    when: {message: {type: image}, identity: {external_userid: %2$s, userid: %1$s}}
                    unless: {ticket: open}
                    then: [{ticket: {do: ticket-create, system: desk, subject: "%3$s"}}]
                """.formatted(member, customer, title));
        Map<String, Object> picture = Map.of(
                "event", Map.of("message", Map.of("type", "image")),
                "contact", Map.of("identities", Map.of("userid", member)));
        await().atMost(SOON)
                .until(() -> http.post("/api/v1/rules/explain", picture)
                        .path("acting")
                        .toString()
                        .contains("pictures-" + member));
    }

    @Test
    void aPictureComesWithTheTicketThatItOpensAndTheNextOneWithAComment() {
        // When
        sandbox.customerSends(customer, "image");
        await().atMost(SOON).until(() -> articles().size() == 1);
        sandbox.customerSends(customer, "image");

        // Then
        await().atMost(SOON).until(() -> articles().size() == 2);
        assertThat(articles()).allSatisfy(AttachmentsIT::hasThePicture);
    }

    @Test
    void aPictureSentToTheAppComesWithTheTicketToo() {
        // When
        http.post("/sandbox/control/members/" + member + "/messages", Map.of("type", "image"));

        // Then
        await().atMost(SOON).until(() -> articles().size() == 1);
        hasThePicture(articles().get(0));
    }

    @Test
    void aPictureThatWecomHasNoMoreLeavesWordOnTheTicket() {
        // When
        http.post(
                "/sandbox/control/customers/" + customer + "/messages",
                Map.of("type", "image", "content", Map.of("media_id", "gone-for-three-days")));

        // Then
        await().atMost(SOON).until(() -> articles().size() == 1);
        assertThat(articles().get(0).path("body").asText()).isEqualTo("(客户发来的文件已经取不到,没有带上)");
        assertThat(articles().get(0).has("attachments")).isFalse();
    }

    @Test
    void aPictureThatTheTicketSystemRefusesLeavesWordOnTheTicketAndOnTheComment() {
        // Given
        bus.desk().refuseFiles(title);

        // When
        sandbox.customerSends(customer, "image");
        await().atMost(SOON).until(() -> articles().size() == 1);
        sandbox.customerSends(customer, "image");

        // Then
        await().atMost(SOON).until(() -> articles().size() == 2);
        assertThat(articles()).allSatisfy(article -> {
            assertThat(article.has("attachments")).isFalse();
            assertThat(article.path("body").asText()).endsWith("(文件 image.png(1 KB) 没有带上:太大,对方系统不收)");
        });
    }

    @Test
    void aPictureForASystemThatTakesNoFilesLeavesWordOnTheTicket() throws IOException {
        // Given
        Path rules = bus.routes().resolve("rules/pictures-" + member + ".yaml");
        Files.writeString(
                rules,
                Files.readString(rules)
                        .replace("pictures-" + member, "sandbox-" + member)
                        .replace("system: desk, ", ""));
        Map<String, Object> picture = Map.of(
                "event", Map.of("message", Map.of("type", "image")),
                "contact", Map.of("identities", Map.of("userid", member)));
        await().atMost(SOON)
                .until(() -> http.post("/api/v1/rules/explain", picture)
                        .path("acting")
                        .toString()
                        .contains("sandbox-" + member));
        // When
        sandbox.customerSends(customer, "image");
        // Then
        await().atMost(SOON)
                .until(() -> sandbox.tickets("(文件 image 没有带上:这个系统的连接器不收文件)").contains(title));
    }

    private List<JsonNode> articles() {
        return bus.desk().articles(title);
    }

    private static void hasThePicture(JsonNode article) {
        assertThat(article.path("attachments")).hasSize(1);
        JsonNode file = article.path("attachments").path(0);
        assertThat(file.path("filename").asText()).isEqualTo("image.png");
        assertThat(file.path("mime-type").asText()).isEqualTo("image/png");
        byte[] content = Base64.getDecoder().decode(file.path("data").asText());
        assertThat(new String(content, 1, PNG.length(), StandardCharsets.US_ASCII))
                .isEqualTo(PNG);
    }
}
