package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is tried with a write that empties fields. */
final class EmptyingCases {

    private final KitBus bus;
    private final KitFile kit;
    private final KitCall call;
    private final Script script;

    private EmptyingCases(KitBus bus, KitFile kit, KitCall call) {
        this.bus = bus;
        this.kit = kit;
        this.call = call;
        this.script = Script.of(call.steps(), kit.asides());
    }

    static List<KitCase> of(KitBus bus, KitFile kit, KitCall call) {
        if (call.emptied().isEmpty()) {
            return List.of();
        }
        EmptyingCases cases = new EmptyingCases(bus, kit, call);
        return List.of(
                new KitCase(KitRule.CLEARED, call.name() + ": what was emptied is gone there", cases::gone),
                new KitCase(KitRule.CLEARED, call.name() + ": what is still there is no success", cases::stillThere),
                new KitCase(KitRule.CLEARED, call.name() + ": what nobody emptied is left alone", cases::leftAlone));
    }

    private void gone() {
        // Given
        String before = call.steps().get(0).said().body();
        // When
        Outcome outcome = bus.call(kit, call, script);
        // Then
        assertThat(before).as("the record before").contains(call.emptied());
        assertThat(outcome.answer().toString()).as("the record afterwards").doesNotContain(call.emptied());
        assertThat(outcome.sent())
                .as("the effect that the capture has, and nothing more")
                .contains(effect());
    }

    private void stillThere() {
        // Given
        assertThat(call.still()).as("still: the last step when it is not gone").hasSize(1);
        Answer still = Answer.of(call.still().get(0).said());
        // When
        Outcome outcome = bus.call(kit, call, script.at(call.steps().size(), still));
        // Then
        assertThat(outcome.failed().kind())
                .as("the kind of the failure")
                .isIn(Kind.PERMANENT, Kind.UNKNOWN, Kind.CONFLICT);
    }

    /** What only they have does not differ from what we emptied, but for our not having known it. */
    private void leftAlone() {
        // Given
        List<RequestShape> reads = new ArrayList<>(call.steps().stream()
                .map(step -> bus.credentials(kit).shape(step.sent()))
                .toList());
        reads.remove(call.effect() - 1);
        // When
        Outcome outcome = bus.call(kit, call, call.idle(), script);
        // Then
        assertThat(outcome.sent()).as("requests that change nothing").isSubsetOf(reads);
    }

    private RequestShape effect() {
        return bus.credentials(kit).shape(call.steps().get(call.effect() - 1).sent());
    }
}
