package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.media.MediaFolder;
import com.wecomesb.media.Uploads;
import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.FakeWecom;
import com.wecomesb.wecom.api.WecomApiFixture;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a decided message with a file to the request that WeCom gets. */
class MediaOfRepliesTest {

    private static final String PATH = "replies/files/a.png";

    private final DataSource database = TestDatabase.H2.migrated();
    private final AnnotationConfigApplicationContext media = new AnnotationConfigApplicationContext();
    private final FakeWecom wecom = new FakeWecom();
    private PerformContext perform;
    private WecomRequests requests;
    private EffectClassifier classifier;

    @BeforeEach
    void open() {
        wecom.answer("media/upload", "{\"errcode\":0,\"media_id\":\"M1\"}");
        perform = new PerformContext(database);
        WecomClient client = WecomApiFixture.api(wecom.url(), Duration.ofSeconds(5), perform.clock(), Map.of())
                .client();
        WecomSettings settings = WecomApiFixture.settings(wecom.url(), Duration.ofSeconds(5));
        media.registerBean(WecomClient.class, () -> client);
        media.registerBean(WecomSettings.class, () -> settings);
        media.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        media.registerBean(java.time.Clock.class, perform::clock);
        byte[] picture = "\u0089PNG......".getBytes(StandardCharsets.ISO_8859_1);
        media.registerBean(
                MediaFolder.class, () -> new MediaFolder(Path.of("target/no-such-folder"), Map.of(PATH, picture)));
        media.scan("com.wecomesb.media");
        media.refresh();
        Uploads uploads = media.getBean(Uploads.class);
        requests = new WecomRequests(settings, uploads, perform.claims(), perform.clock());
        classifier = new EffectClassifier(uploads, perform.clock());
    }

    @AfterEach
    void close() {
        media.close();
        perform.close();
        wecom.close();
    }

    @Test
    void theMediaIdStandsWhereTheKindOfMessageWantsIt() {
        // When
        JsonNode image =
                prepared("kf/send_msg", "image", PATH, "media_id").getMessage().getBody(JsonNode.class);
        JsonNode link = prepared("kf/send_msg", "link", PATH, "thumb_media_id")
                .getMessage()
                .getBody(JsonNode.class);
        // Then
        assertThat(image.path("image").path("media_id").asText()).isEqualTo("M1");
        assertThat(link.path("link").path("thumb_media_id").asText()).isEqualTo("M1");
        assertThat(wecom.requests("media/upload")).hasSize(1);
    }

    @Test
    void aNoticeOfAMiniProgramNamesNoAgent() {
        // When
        JsonNode notice = prepared("message/send", "miniprogram_notice", "", "")
                .getMessage()
                .getBody(JsonNode.class);
        JsonNode text = prepared("message/send", "text", "", "").getMessage().getBody(JsonNode.class);
        // Then
        assertThat(notice.has("agentid")).isFalse();
        assertThat(text.path("agentid").asInt()).isEqualTo(1000002);
    }

    @Test
    void anUploadThatWecomHasForgottenIsMadeAgainOnce() {
        // Given
        prepared("kf/send_msg", "image", PATH, "media_id");
        Exchange second = prepared("kf/send_msg", "image", PATH, "media_id");
        // When
        Effect forgotten = classifier.classifyFault(refused(second));
        wecom.answer("media/upload", "{\"errcode\":0,\"media_id\":\"M2\"}");
        Exchange third = prepared("kf/send_msg", "image", PATH, "media_id");
        Effect again = classifier.classifyFault(refused(third));
        // Then
        assertThat(forgotten).isInstanceOf(Effect.Retry.class);
        assertThat(third.getMessage()
                        .getBody(JsonNode.class)
                        .path("image")
                        .path("media_id")
                        .asText())
                .isEqualTo("M2");
        assertThat(again).isInstanceOf(Effect.Failed.class);
    }

    @Test
    void aFileThatIsGoneFailsWithItsName() {
        // Given
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        // When
        try {
            prepared("kf/send_msg", "image", "replies/files/gone.png", "media_id");
        } catch (RuntimeException gone) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, gone);
        }
        // Then
        assertThat(classifier.classifyFault(exchange))
                .isEqualTo(new Effect.Failed("要发的文件 replies/files/gone.png 不在了,放回去后可以重发", "MediaMissing"));
    }

    /** WeCom says 40007 to what was prepared. */
    private Exchange refused(Exchange exchange) {
        wecom.answer("kf/send_msg", "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}");
        try {
            media.getBean(WecomClient.class)
                    .call("service", "kf/send_msg", exchange.getMessage().getBody(JsonNode.class), Map.of());
        } catch (WecomCallFailed failure) {
            exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        }
        return exchange;
    }

    private Exchange prepared(String verb, String msgtype, String path, String field) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("app", "service");
        payload.putObject("body").put("touser", "wm1").put("msgtype", msgtype).putObject(msgtype);
        if (!path.isEmpty()) {
            payload.putObject("media").put("path", path).put("kind", "image").put("field", field);
        }
        Instant now = perform.clock().instant();
        Action action = new Action(
                "a",
                new Action.Cause("event", "event", 0, "rule"),
                ActionKind.REPLY,
                verb,
                "service",
                "wecom:ww1:" + verb,
                "reply:c",
                1,
                null,
                null,
                0,
                false,
                payload,
                null,
                null,
                "snapshot",
                now,
                null,
                false);
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(new Claim(action, 1, false, now));
        requests.prepare(exchange);
        return exchange;
    }
}
