package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that is tried with one connector. */
final class KitCases {

    private static final String BEYOND_THE_BASIC_PLANE = "𠮷";

    private KitCases() {}

    static List<KitCase> of(KitBus bus, KitFile kit, ReplayServer trap) {
        List<KitCase> cases = new ArrayList<>();
        for (KitCall call : kit.calls()) {
            if (bus.hasAuthentication(kit)) {
                cases.add(new KitCase(
                        KitRule.CREDENTIALS,
                        call.name() + ": every request carries what auth says",
                        () -> credentials(bus, kit, call)));
            }
            cases.addAll(CommonCases.of(bus, kit, call, trap));
            if (call.isWrite()) {
                cases.addAll(WriteCases.of(bus, kit, call));
                cases.addAll(EmptyingCases.of(bus, kit, call));
            } else if (call.isLookUp()) {
                cases.addAll(ReadCases.of(bus, kit, call));
            } else if (call.isChanges()) {
                cases.addAll(ChangeCases.of(bus, kit, call));
            }
        }
        cases.addAll(HintCases.of(bus, kit));
        cases.add(new KitCase(KitRule.TEXT, "a document has 𠮷, an emoji and two lines", () -> longText(kit)));
        if (!kit.probe().isEmpty()) {
            cases.add(new KitCase(KitRule.CREDENTIALS, "the probe tells good from bad", () -> probe(bus, kit)));
        }
        return cases.stream()
                .filter(trial -> !kit.not().containsKey(trial.rule().word()))
                .map(trial -> new KitCase(trial.rule(), trial.name(), () -> tell(bus, kit, trial)))
                .toList();
    }

    /** A failure says which connector, which rule, which call, and what was sent. */
    private static void tell(KitBus bus, KitFile kit, KitCase trial) throws Throwable {
        try {
            trial.trial().execute();
        } catch (AssertionError | RuntimeException broken) {
            AssertionError told = new AssertionError(kit.name() + ", rule "
                    + trial.rule().word() + " (" + trial.rule().meaning() + "), " + trial.name() + "\n"
                    + broken.getMessage() + bus.story(kit));
            told.setStackTrace(broken.getStackTrace());
            throw told;
        }
    }

    private static void credentials(KitBus bus, KitFile kit, KitCall call) {
        // When
        Outcome outcome = bus.call(kit, call, Script.of(call.steps(), kit.asides()));
        // Then
        assertThat(bus.credentials(kit).isEmpty())
                .as("the settings of the kit file are not enough for any way of auth: nothing says who calls")
                .isFalse();
        assertThat(outcome.uncredentialed())
                .as("what auth adds to each request and was not there")
                .isEmpty();
    }

    private static void longText(KitFile kit) {
        // When
        String sent = String.join(
                "\n",
                kit.calls().stream()
                        .flatMap(call -> Json.leaves(call.document()).stream())
                        .toList());
        // Then
        assertThat(sent)
                .as("the texts of all documents of the kit file")
                .contains(BEYOND_THE_BASIC_PLANE)
                .contains("😀")
                .contains("\n");
    }

    private static void probe(KitBus bus, KitFile kit) {
        // When
        boolean good = bus.probe(kit, Script.anything(kit.probe(), kit.asides()));
        boolean bad = kit.refusals().stream()
                .anyMatch(refusal -> bus.probe(kit, Script.anything(List.of(refusal), kit.asides())));
        // Then
        assertThat(good).as("the probe finds that all is well").isTrue();
        assertThat(bad)
                .as("the probe finds that all is well, although the credentials are wrong")
                .isFalse();
    }

    /** The rules that are neither tried nor explained. */
    static List<String> untold(KitFile kit, List<KitCase> cases) {
        return Arrays.stream(KitRule.values())
                .filter(rule -> cases.stream().noneMatch(trial -> trial.rule() == rule))
                .filter(rule -> !kit.not().containsKey(rule.word()))
                .map(rule -> kit.name() + ": " + rule.word() + " (" + rule.meaning() + ")")
                .toList();
    }
}
