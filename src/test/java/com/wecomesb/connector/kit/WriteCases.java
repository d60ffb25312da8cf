package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.kit.Capture.Said;
import com.wecomesb.connector.kit.Script.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** What is tried with a call that changes something. */
final class WriteCases {

    private static final String SOMEBODY_ELSE = "somebody-else";

    private static final String KIND = "the kind of the failure";

    private final KitBus bus;
    private final KitFile kit;
    private final KitCall call;
    private final Script script;
    private final List<KitCase> cases = new ArrayList<>();

    private WriteCases(KitBus bus, KitFile kit, KitCall call) {
        this.bus = bus;
        this.kit = kit;
        this.call = call;
        this.script = Script.of(call.steps(), kit.asides());
    }

    static List<KitCase> of(KitBus bus, KitFile kit, KitCall call) {
        WriteCases cases = new WriteCases(bus, kit, call);
        cases.add(KitRule.READ_BACK, "the answer says nothing", cases::emptyClaim);
        cases.add(KitRule.READ_BACK, "what is read back is not what was written", cases::otherValues);
        cases.add(KitRule.ABSOLUTE, "a repeat sends the same", cases::sameAgain);
        cases.add(KitRule.LOST, "the answer to the effect is lost", cases::lostEffect);
        cases.add(KitRule.CONFLICT, "409", () -> cases.atEffect(Answer.status(409), Kind.CONFLICT));
        cases.add(KitRule.CONFLICT, "412", () -> cases.atEffect(Answer.status(412), Kind.CONFLICT));
        cases.add(KitRule.REFUSED, "422 with field errors", cases::fieldErrors);
        if (!call.files().isEmpty()) {
            cases.cases.addAll(new FileCases(bus, kit, call).all());
        }
        if (!call.again().isEmpty()) {
            cases.add(KitRule.ONCE, "a repeat finds what was done", cases::foundAgain);
            if (call.unique().isEmpty()) {
                cases.add(KitRule.ONCE, "two with our id are reported", cases::twins);
                cases.add(KitRule.FILTER, "somebody else's record is no hit", cases::ignoredFilter);
            }
        }
        return cases.cases;
    }

    private void add(KitRule rule, String name, Executable trial) {
        cases.add(new KitCase(rule, call.name() + ": " + name, trial));
    }

    private void emptyClaim() {
        // Given
        Script claims = script.with(step -> step.number() < call.effect()
                ? Answer.of(step.said())
                : Answer.of(Said.json(step.said().status(), "{}")));
        // When
        Outcome outcome = bus.call(kit, call, claims);
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isIn(Kind.PERMANENT, Kind.UNKNOWN, Kind.RETRY, Kind.CONFLICT);
    }

    private void otherValues() {
        // Given
        Set<String> written = written();
        Script otherwise = script.with(step -> step.number() < call.effect()
                ? Answer.of(step.said())
                : Answer.of(changed(step.said(), text -> written.contains(text) ? SOMEBODY_ELSE : text)));
        // When
        Outcome outcome = bus.call(kit, call, otherwise);
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isIn(Kind.PERMANENT, Kind.UNKNOWN, Kind.CONFLICT);
        assertThat(outcome.unexpected())
                .as("requests that are not in the captures")
                .isEmpty();
    }

    /** The texts that the effect sent. */
    private Set<String> written() {
        Capture effect = call.steps().get(call.effect() - 1);
        Set<String> written = Json.parse(effect.sent().body())
                .map(Json::leaves)
                .orElseGet(() -> Set.of(effect.sent().body()));
        return Stream.of(written, Set.of(call.id()), call.written())
                .flatMap(Collection::stream)
                .filter(text -> text.length() > 1)
                .collect(Collectors.toSet());
    }

    private void sameAgain() {
        // When
        Outcome first = bus.call(kit, call, script);
        Outcome second =
                bus.call(kit, call, call.document(), script, Duration.ofDays(3).plusMillis(123));
        // Then
        assertThat(second.sent()).as("the requests three days later").isEqualTo(first.sent());
    }

    private void lostEffect() {
        // When
        Outcome lost = bus.call(kit, call, script.at(call.effect(), Answer.silence()));
        // Then
        assertThat(lost.failed().kind()).as(KIND).isEqualTo(Kind.UNKNOWN);
        assertThat(lost.sent()).hasSize(call.effect());
    }

    private void foundAgain() {
        // When
        Outcome again = bus.call(kit, call, Script.of(call.again(), kit.asides()));
        // Then
        again.has(call.result());
        assertThat(again.played()).as("every step was asked for").isTrue();
        if (call.unique().isEmpty()) {
            assertThat(again.sent()).as("the effect is not sent again").doesNotContain(effect());
        }
    }

    private void twins() {
        // Given
        Script twins = Script.of(call.again(), kit.asides()).with(step -> Answer.of(doubled(step)));
        // When
        Outcome outcome = bus.call(kit, call, twins);
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isEqualTo(Kind.PERMANENT);
        assertThat(outcome.failed().reason()).contains("请合并");
    }

    private Said doubled(Step step) {
        return Json.parse(step.said().body())
                .map(body -> step.said().with(Json.doubled(body, call.key()).toString()))
                .orElse(step.said());
    }

    private void ignoredFilter() {
        // Given
        Said hit = call.again().get(0).said();
        Said other = changed(hit, text -> text.replace(call.key(), SOMEBODY_ELSE));
        // When
        Outcome outcome = bus.call(kit, call, script.at(1, Answer.of(other)));
        // Then
        outcome.has(call.result());
        assertThat(outcome.sent())
                .as("the effect, because the hit was not ours")
                .contains(effect());
    }

    private RequestShape effect() {
        return bus.credentials(kit).shape(call.steps().get(call.effect() - 1).sent());
    }

    private void fieldErrors() {
        // When
        Outcome outcome = bus.call(kit, call, script.at(call.effect(), Answer.status(422)));
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isEqualTo(Kind.PERMANENT);
        assertThat(outcome.failed().reason()).doesNotContain("王芳秘密");
    }

    private void atEffect(Answer answer, Kind kind) {
        // When
        Outcome outcome = bus.call(kit, call, script.at(call.effect(), answer));
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isEqualTo(kind);
    }

    static Said changed(Said said, UnaryOperator<String> change) {
        return Json.parse(said.body())
                .map((JsonNode body) -> said.with(Json.texts(body, change).toString()))
                .orElse(said);
    }
}
