package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.connector.webhook.PostedWebhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is tried with a webhook: it says which record to fetch, and by the id that it says the record is found. */
final class HintCases {

    private final KitBus bus;
    private final KitFile kit;
    private final PostedWebhook webhook;

    private HintCases(KitBus bus, KitFile kit, KitHint hint) {
        this.bus = bus;
        this.kit = kit;
        this.webhook = new PostedWebhook(
                ShippedConnectors.SYSTEM, bus.webhooks(kit).orElseThrow(), hint.headers(), hint.says());
    }

    static List<KitCase> of(KitBus bus, KitFile kit) {
        List<KitCase> all = new ArrayList<>();
        for (int number = 1; number <= kit.hints().size(); number++) {
            HintCases cases = new HintCases(bus, kit, kit.hints().get(number - 1));
            String name = "webhook " + number + ": ";
            all.add(new KitCase(KitRule.HINTS, name + "what is said is what is fetched", cases::fetched));
            all.add(new KitCase(KitRule.HINTS, name + "not taken without a signature", cases::unsigned));
        }
        return all;
    }

    private void fetched() {
        // Given
        Set<RecordReference> records = webhook.records();
        assertThat(records).as("the records that the webhook names").hasSize(1);
        RecordReference record = records.iterator().next();
        KitCall lookUp = lookUp(record);
        // When
        Outcome outcome = bus.call(
                kit,
                lookUp,
                JsonNodeFactory.instance.objectNode().put("id", record.id()),
                Script.of(lookUp.steps(), kit.asides()),
                Duration.ZERO);
        // Then
        outcome.has(lookUp.result());
        assertThat(outcome.unexpected())
                .as("requests that are not in the captures")
                .isEmpty();
    }

    private KitCall lookUp(RecordReference record) {
        return kit.calls().stream()
                .filter(call -> call.verb().equals(record.kind() + "-find")
                        && call.document().path("id").asText().equals(record.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "the kit file has no call " + record.kind() + "-find with the id " + record.id()));
    }

    private void unsigned() {
        assertThat(webhook.isTakenUnsigned()).as("taken without a signature").isFalse();
    }
}
