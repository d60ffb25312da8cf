package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is tried with a look-up. */
final class ReadCases {

    private static final String SOMEBODY_ELSE = "somebody-else";

    private final KitBus bus;
    private final KitFile kit;
    private final KitCall call;

    private ReadCases(KitBus bus, KitFile kit, KitCall call) {
        this.bus = bus;
        this.kit = kit;
        this.call = call;
    }

    static List<KitCase> of(KitBus bus, KitFile kit, KitCall call) {
        ReadCases cases = new ReadCases(bus, kit, call);
        List<KitCase> all = new ArrayList<>();
        if (call.unique().isEmpty()) {
            all.add(new KitCase(
                    KitRule.FILTER, call.name() + ": somebody else's record is no hit", cases::otherRecord));
        }
        if (!call.gone().isEmpty()) {
            all.add(new KitCase(KitRule.DELETED, call.name() + ": is not there", cases::gone));
        }
        return all;
    }

    private void otherRecord() {
        // Given
        Set<String> asked = Json.leaves(call.document());
        Script other = Script.of(call.steps(), kit.asides())
                .with(step -> Answer.of(WriteCases.changed(step.said(), text -> without(asked, text))));
        // When
        Outcome outcome = bus.call(kit, call, other);
        // Then
        if (outcome.failure() == null) {
            assertThat(outcome.answer().path("found").asBoolean(true))
                    .as(
                            "found, although no record of the answer has what was asked for; where the system cannot answer with "
                                    + "another record (the id is in the path), the call says so: unique: why. It answered "
                                    + outcome.answer())
                    .isFalse();
        } else {
            assertThat(outcome.failed().kind()).isEqualTo(Kind.PERMANENT);
        }
    }

    private static String without(Set<String> asked, String text) {
        String other = text;
        for (String value : asked) {
            other = text.equals(value) || value.length() > 1 ? other.replace(value, SOMEBODY_ELSE) : other;
        }
        return other;
    }

    private void gone() {
        // When
        Outcome outcome = bus.call(kit, call, Script.of(call.gone(), kit.asides()));
        // Then
        assertThat(outcome.answer().path("found").asBoolean(true))
                .as("found, although it is gone: " + outcome.answer())
                .isFalse();
        assertThat(outcome.unexpected()).as("requests that are not in gone").isEmpty();
    }
}
