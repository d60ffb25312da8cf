package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.kit.Capture.Said;
import com.wecomesb.connector.kit.KitCall.Refused;
import com.wecomesb.connector.kit.Script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.function.Executable;

/** What is tried with every call. */
final class CommonCases {

    private static final String KIND = "the kind of the failure";

    private final KitBus bus;
    private final KitFile kit;
    private final KitCall call;
    private final Script script;
    private final ReplayServer trap;
    private final List<KitCase> cases = new ArrayList<>();

    private CommonCases(KitBus bus, KitFile kit, KitCall call, ReplayServer trap) {
        this.bus = bus;
        this.kit = kit;
        this.call = call;
        this.trap = trap;
        this.script = Script.of(call.steps(), kit.asides());
    }

    /** The cases of a call; {@code trap} is a server that nobody must call. */
    static List<KitCase> of(KitBus bus, KitFile kit, KitCall call, ReplayServer trap) {
        CommonCases cases = new CommonCases(bus, kit, call, trap);
        cases.add(KitRule.AS_RECORDED, "", cases::asRecorded);
        if (!kit.raw()) {
            cases.add(KitRule.TEXT, "line ends become \\r\\n on the way", cases::otherLineEnds);
        }
        cases.add(KitRule.ADDRESSES, "addresses in the answer lead elsewhere", cases::misleadingAddresses);
        for (int step = 1; step <= call.steps().size(); step++) {
            cases.addAt(step);
        }
        for (Refused refused : call.refused()) {
            cases.add(KitRule.REFUSED, refused.capture().title(), () -> cases.refused(refused));
        }
        return cases.cases;
    }

    private void addAt(int step) {
        String at = "step " + step + ": ";
        for (Capture refusal : kit.refusals()) {
            add(
                    step == 1 ? KitRule.CREDENTIALS : KitRule.MID_CALL_401,
                    at + refusal.title(),
                    () -> refusedCredentials(step, refusal));
        }
        add(KitRule.ADDRESSES, at + "a redirect", () -> redirected(step));
        add(KitRule.THROTTLED, at + "429", () -> throttled(step));
        add(KitRule.NOT_JSON, at + "HTML with 200", () -> unreadable(step, Answer.html()));
        add(KitRule.NOT_JSON, at + "503", () -> unreadable(step, Answer.status(503)));
        if (!call.steps().get(step - 1).said().body().isEmpty()) {
            add(KitRule.NOT_JSON, at + "cut in the middle", () -> unreadable(step, Answer.cut(said(step))));
        }
        if (step != call.effect() && step == 1) {
            add(KitRule.LOST, at + "no answer before anything was done", () -> silentBeforeEffect(step));
        }
    }

    private void add(KitRule rule, String name, Executable trial) {
        cases.add(new KitCase(rule, call.name() + (name.isEmpty() ? "" : ": ") + name, trial));
    }

    private Said said(int step) {
        return call.steps().get(step - 1).said();
    }

    private void asRecorded() {
        // When
        Outcome outcome = bus.call(kit, call, script);
        // Then
        expect(outcome);
        assertThat(outcome.played()).as("every step was asked for").isTrue();
    }

    private void expect(Outcome outcome) {
        if (call.isChanges()) {
            assertThat(outcome.answer().path("records").isArray())
                    .as("a list of records")
                    .isTrue();
        } else {
            outcome.has(call.result());
        }
        assertThat(outcome.unexpected())
                .as("requests that are not in the captures")
                .isEmpty();
    }

    private void otherLineEnds() {
        // When
        Outcome plain = bus.call(kit, call, script);
        Outcome outcome =
                bus.call(kit, call, script.with(step -> Answer.of(WriteCases.changed(step.said(), CommonCases::crlf))));
        // Then
        assertThat(bus.canonical(kit, call, outcome))
                .as("with \\r\\n for each \\n in the answer, in canonical shape")
                .isEqualTo(bus.canonical(kit, call, plain));
    }

    private static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private void misleadingAddresses() {
        // Given
        trap.play(Script.of(List.of(), List.of()));
        // When
        Outcome outcome = bus.call(kit, call, script.with(step -> Answer.of(misled(step))));
        // Then
        expect(outcome);
        assertThat(trap.received()).as("requests to another server").isEmpty();
    }

    private Said misled(Step step) {
        Said said = WriteCases.changed(step.said(), text -> text.replaceAll("https?://[^/\"]+", trap.root()));
        Map<String, String> headers = new TreeMap<>(said.headers());
        headers.computeIfPresent("Location", (name, value) -> trap.root() + "/elsewhere");
        return new Said(said.status(), headers, said.body());
    }

    private void redirected(int step) {
        // Given
        trap.play(Script.of(List.of(), List.of()));
        // When
        Outcome outcome = bus.call(kit, call, script.at(step, Answer.redirect(trap.root() + "/login")));
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isIn(Kind.PERMANENT, Kind.UNKNOWN, Kind.RETRY);
        assertThat(trap.received()).as("requests to another server").isEmpty();
    }

    /** Either the call ends with the failure that tells a person to look, or a new login made it good. */
    private void refusedCredentials(int step, Capture refusal) {
        // When
        Outcome outcome = bus.call(kit, call, script.at(step, Answer.of(refusal.said())));
        // Then
        ConnectorFailed failed = outcome.failure();
        if (failed == null) {
            assertThat(kit.asides()).as("a login that can be repeated").isNotEmpty();
            expect(outcome);
        } else {
            assertThat(failed.kind()).as(KIND).isEqualTo(Kind.PERMANENT);
            assertThat(failed.reason()).contains("凭证");
        }
    }

    private void throttled(int step) {
        // When
        Outcome outcome = bus.call(kit, call, script.at(step, Answer.throttled()));
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isEqualTo(Kind.THROTTLED);
        assertThat(outcome.failed().until()).contains(outcome.at().plusSeconds(7));
    }

    private void unreadable(int step, Answer answer) {
        // When
        Outcome outcome = bus.call(kit, call, script.at(step, answer));
        // Then
        boolean mayHaveHappened = call.isWrite() && step >= call.effect();
        assertThat(outcome.failed().kind())
                .as(KIND)
                .isIn(mayHaveHappened ? List.of(Kind.RETRY, Kind.UNKNOWN) : List.of(Kind.RETRY));
        assertThat(outcome.failed().reason()).doesNotContain("王芳秘密");
    }

    private void silentBeforeEffect(int step) {
        // When
        Outcome outcome = bus.call(kit, call, script.at(step, Answer.silence()));
        // Then
        assertThat(outcome.failed().kind()).as(KIND).isEqualTo(Kind.RETRY);
        assertThat(outcome.sent()).hasSize(step);
    }

    private void refused(Refused refused) {
        // When
        Outcome outcome = bus.call(
                kit, call, script.at(refused.step(), Answer.of(refused.capture().said())));
        // Then
        if (refused.kind().equals("missing")) {
            assertThat(outcome.answer().path("found").asBoolean(true))
                    .as("found, although this answer means missing: " + outcome.answer())
                    .isFalse();
        } else {
            assertThat(outcome.failed().kind())
                    .as(KIND)
                    .isEqualTo(Kind.valueOf(refused.kind().toUpperCase(java.util.Locale.ROOT)));
        }
    }
}
