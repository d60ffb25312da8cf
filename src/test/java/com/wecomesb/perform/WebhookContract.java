package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.connector.webhook.WebhookTargets;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.document.Mistakes;
import com.wecomesb.media.Uploads;
import com.wecomesb.media.UploadsFixture;
import com.wecomesb.perform.HookReceiver.Received;
import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.WecomApiFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** How a webhook is performed by the shipped routes, the same on every database. */
abstract class WebhookContract {

    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String LANE = "webhook:erp";

    private final TestDatabase database;
    private final ObjectMapper json = new ObjectMapper();
    private PerformContext perform;
    private HookReceiver receiver;
    private DefaultCamelContext camel;
    private Worker worker;
    private int position;

    WebhookContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        DataSource migrated = database.migrated();
        perform = new PerformContext(migrated);
        receiver = new HookReceiver();
        camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.addComponent("bus", new StubComponent());
        camel.addComponent("wecom", new StubComponent());
        java.net.URI nobody = java.net.URI.create("http://127.0.0.1:9");
        Uploads uploads = UploadsFixture.uploads(
                WecomApiFixture.api(nobody, Duration.ofSeconds(5), perform.clock(), Map.of())
                        .client(),
                wecom(),
                Map.of(),
                migrated,
                perform.clock());
        EffectClassifier classifier = new EffectClassifier(uploads, perform.clock());
        camel.getPropertiesComponent().addInitialProperty("esb.webhook-timeout", "400ms");
        camel.getRegistry().bind("effectClassifier", classifier);
        camel.getRegistry().bind("webhookRequests", new WebhookRequests(targets(), Clock.systemUTC()));
        worker = new Worker(
                perform.claims(),
                new Destination(camel.createProducerTemplate(), classifier),
                perform.settlement(),
                perform.outcomes(),
                perform.gates(),
                new SimpleMeterRegistry());
        camel.getRegistry().bind("worker", worker);
        camel.getRegistry()
                .bind("wecomRequests", new WecomRequests(wecom(), uploads, perform.claims(), perform.clock()));
        for (String file : List.of("errors", "flows/perform-notify", "flows/perform-webhook")) {
            Resource resource = ResourceHelper.fromString(
                    file.replace('/', '-') + ".camel.yaml", Files.readString(Path.of("routes", file + ".camel.yaml")));
            PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
        }
        camel.start();
    }

    @AfterEach
    void close() throws Exception {
        camel.close();
        receiver.close();
        perform.close();
    }

    private static WecomSettings wecom() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("esb.wecom", WecomSettings.class);
    }

    private WebhookTargets targets() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("esb.webhooks.erp.url", receiver.url() + "/hooks?tenant=7")
                .withProperty("esb.webhooks.erp.secret", SECRET);
        Mistakes mistakes = new Mistakes();
        WebhookTargets targets = WebhookTargets.read(settings, mistakes);
        assertThat(mistakes.list()).isEmpty();
        return targets;
    }

    @Test
    void theReceiverCanTellWhoSpeaksAndThatNothingWasChanged() throws WebhookVerificationException, Exception {
        // Given
        webhook("a", "erp");

        // When
        perform("a");

        // Then
        Received request = receiver.requests().get(0);
        assertThat(state("a")).isEqualTo("DONE");
        assertThat(request.target()).isEqualTo("POST /hooks?tenant=7");
        assertThat(request.header("webhook-id")).isEqualTo("a");
        assertThat(request.header("content-type")).startsWith("application/json");
        assertThat(json.readTree(request.body()).path("data").path("order").asText())
                .isEqualTo("12345 退货");
        new Webhook(SECRET).verify(request.body(), request.headers());
    }

    @Test
    void aServerErrorIsTriedAgainWithTheSameId() {
        // Given
        webhook("a", "erp");
        receiver.answer(500);
        perform("a");
        String first = state("a");

        // When
        receiver.answer(204);
        perform.clock().advance(Duration.ofSeconds(3));
        perform("a");

        // Then
        assertThat(first).isEqualTo("PARKED");
        assertThat(state("a")).isEqualTo("DONE");
        assertThat(receiver.requests()).hasSize(2).allMatch(request -> "a".equals(request.header("webhook-id")));
    }

    @Test
    void aRefusalIsADeadLetterAndReleasesTheLane() {
        // Given
        webhook("a", "erp");
        webhook("b", "erp");
        receiver.answerOnce(400);

        // When
        perform("a");

        // Then
        assertThat(state("a")).isEqualTo("FAILED");
        assertThat(state("b")).isEqualTo("DONE");
        assertThat(reason("a")).isEqualTo("系统回答 HTTP 400");
        assertThat(perform.jdbc().queryForObject("SELECT count(*) FROM dead_letter", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        // Given
        webhook("a", "erp");
        receiver.redirect(receiver.url() + "/elsewhere");

        // When
        perform("a");

        // Then
        assertThat(state("a")).isEqualTo("FAILED");
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void whoAsksForSilenceGetsIt() {
        // Given
        webhook("a", "erp");
        receiver.answer(429);
        perform("a");

        // When
        receiver.answer(204);
        perform.clock().advance(Duration.ofSeconds(30));
        perform("a");
        String during = state("a");
        perform.clock().advance(Duration.ofSeconds(31));
        perform("a");

        // Then
        assertThat(during).isEqualTo("PARKED");
        assertThat(state("a")).isEqualTo("DONE");
    }

    @Test
    void anAnswerThatIsLostLeavesItUnknownAndTheRepeatBearsTheSameId() {
        // Given
        webhook("a", "erp");
        receiver.takeAndBeSilent();
        perform("a");
        String first = state("a");

        // When
        receiver.answer(200);
        perform.clock().advance(Duration.ofSeconds(3));
        perform("a");

        // Then
        assertThat(first).isEqualTo("UNKNOWN");
        assertThat(state("a")).isEqualTo("DONE");
        assertThat(receiver.requests()).hasSize(2).allMatch(request -> "a".equals(request.header("webhook-id")));
    }

    @Test
    void whoIsNotThereIsTriedAgain() {
        // Given
        webhook("a", "erp");
        receiver.close();

        // When
        perform("a");

        // Then
        assertThat(state("a")).isEqualTo("PARKED");
        assertThat(reason("a")).isEqualTo("连不上系统");
    }

    @Test
    void aTargetThatIsNoLongerInTheSettingsIsWaitedFor() {
        // Given
        webhook("a", "gone");

        // When
        perform("a");

        // Then
        assertThat(state("a")).isEqualTo("PARKED");
        assertThat(reason("a")).isEqualTo("没有配置 esb.webhooks.gone,配置好之后会继续");
        assertThat(receiver.requests()).isEmpty();
    }

    private void perform(String id) {
        worker.perform(perform.actions().find(id).orElseThrow().reference());
    }

    private String state(String id) {
        return String.valueOf(perform.jdbc().queryForObject("SELECT state FROM action WHERE id = ?", String.class, id));
    }

    private String reason(String id) {
        return String.valueOf(
                perform.jdbc().queryForObject("SELECT reason FROM action WHERE id = ?", String.class, id));
    }

    private void webhook(String id, String target) {
        var payload = json.createObjectNode();
        payload.put("type", "wecom.message.received");
        payload.putObject("data").put("order", "12345 退货");
        Action action = new Action(
                id,
                new Action.Cause("event", "event", 0, "rule"),
                ActionKind.NOTIFY,
                "webhook",
                target,
                "webhook:" + target,
                target.equals("erp") ? LANE : "webhook:" + target,
                position++,
                null,
                "contact",
                1,
                false,
                payload,
                null,
                null,
                "snapshot",
                perform.clock().instant(),
                perform.clock().instant().plus(Duration.ofHours(24)),
                false,
                null);
        perform.inTransaction(
                () -> perform.actions().insert(List.of(new ActionLog.Entry(action, ActionState.READY, null))));
    }
}
