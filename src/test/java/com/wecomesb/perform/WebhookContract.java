package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.connector.webhook.WebhookTargets;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.document.Mistakes;
import com.wecomesb.perform.HookReceiver.Received;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** How a webhook is performed by the shipped routes, the same on every database. */
abstract class WebhookContract extends PerformStep {

    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String LANE = "webhook:erp";

    private final ObjectMapper json = new ObjectMapper();
    private HookReceiver receiver;
    private WebhookFlow flow;
    private int position;

    WebhookContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void listen() throws Exception {
        receiver = new HookReceiver();
        flow = new WebhookFlow(perform, database, targets());
    }

    @AfterEach
    void hangUp() throws Exception {
        flow.close();
        receiver.close();
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
        flow.perform("a");

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
        flow.perform("a");
        String first = state("a");

        // When
        receiver.answer(204);
        perform.clock().advance(Duration.ofSeconds(3));
        flow.perform("a");

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
        flow.perform("a");

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
        flow.perform("a");

        // Then
        assertThat(state("a")).isEqualTo("FAILED");
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void whoAsksForSilenceGetsIt() {
        // Given
        webhook("a", "erp");
        receiver.answer(429);
        flow.perform("a");

        // When
        receiver.answer(204);
        perform.clock().advance(Duration.ofSeconds(30));
        flow.perform("a");
        String during = state("a");
        perform.clock().advance(Duration.ofSeconds(31));
        flow.perform("a");

        // Then
        assertThat(during).isEqualTo("PARKED");
        assertThat(state("a")).isEqualTo("DONE");
    }

    @Test
    void anAnswerThatIsLostLeavesItUnknownAndTheRepeatBearsTheSameId() {
        // Given
        webhook("a", "erp");
        receiver.takeAndBeSilent();
        flow.perform("a");
        String first = state("a");

        // When
        receiver.answer(200);
        perform.clock().advance(Duration.ofSeconds(3));
        flow.perform("a");

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
        flow.perform("a");

        // Then
        assertThat(state("a")).isEqualTo("PARKED");
        assertThat(reason("a")).isEqualTo("连不上系统");
    }

    @Test
    void aTargetThatIsNoLongerInTheSettingsIsWaitedFor() {
        // Given
        webhook("a", "gone");

        // When
        flow.perform("a");

        // Then
        assertThat(state("a")).isEqualTo("PARKED");
        assertThat(reason("a")).isEqualTo("没有配置 esb.webhooks.gone,配置好之后会继续");
        assertThat(receiver.requests()).isEmpty();
    }

    private void webhook(String id, String target) {
        var payload = JsonNodeFactory.instance.objectNode();
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
