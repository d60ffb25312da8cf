package com.wecomesb.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.connector.webhook.WebhookRefused.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What webhooks that are believed say. */
class WebhookBodiesTest {

    @Test
    void theRecordsAndTheDeliveryAreReadFromTheBody() throws WebhookRefused {
        // When
        WebhookReceiver.Read read = Sections.believing(Sections.YOUZAN)
                .read(SentWebhook.of("{\"id\": \"E2026\", \"msg_id\": \"m-1\"}").webhook());
        WebhookReceiver.Read test = Sections.believing(Sections.YOUZAN)
                .read(SentWebhook.of("{\"test\": true}").webhook());
        WebhookReceiver.Read all =
                Sections.believing(Sections.TOKEN).read(SentWebhook.of("{}").webhook());

        // Then
        assertThat(read.delivery()).isEqualTo("m-1");
        assertThat(read.records()).containsExactly(new RecordReference("desk", "order", "E2026"));
        assertThat(test.records()).isEmpty();
        assertThat(all.records()).containsExactly(RecordReference.changesOf("desk", "ticket"));
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                argumentSet("no JSON", "<xml/>"),
                argumentSet("cut off", "{\"id\": \"7"),
                argumentSet("an id without end", "{\"id\": \"" + "7".repeat(200) + "\"}"),
                argumentSet("an id that no database holds", "{\"id\": \"7\\u0000\"}"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aBodyThatSaysNothingReadableIsMalformed(String body) {
        // When
        WebhookRefused refused = catchThrowableOfType(
                WebhookRefused.class,
                () -> Sections.believing(Sections.GITHUB)
                        .read(SentWebhook.of(body).webhook()));

        // Then
        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
    }
}
