package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.FilesRefused;
import java.util.List;

/** What is tried with a call that brings files. */
record FileCases(KitBus bus, KitFile kit, KitCall call) {

    List<KitCase> all() {
        return List.of(
                new KitCase(
                        KitRule.REFUSED,
                        call.name() + ": a file that is too large can be left out",
                        this::fileTooLarge),
                new KitCase(
                        KitRule.ONCE,
                        call.name() + ": a repeat finds what was written without its files",
                        this::foundWithoutFiles));
    }

    /** Nothing was done, and it is said which files it was for. */
    private void fileTooLarge() {
        for (int step = 1; step <= call.effect(); step++) {
            // When
            Outcome outcome =
                    bus.call(kit, call, Script.of(call.steps(), kit.asides()).at(step, Answer.status(413)));
            // Then
            if (outcome.failed() instanceof FilesRefused refused) {
                assertThat(refused.names()).isEqualTo(call.files());
                assertThat(refused.reason()).doesNotContain(refused.names());
                assertThat(outcome.sent()).hasSize(step);
                return;
            }
        }
        throw new AssertionError("no step says which files it carries");
    }

    private void foundWithoutFiles() {
        // Given
        String said = call.document()
                .path(call.verb().equals("ticket-comment") ? "text" : "description")
                .asText();
        Script withALineMore = Script.of(call.again(), kit.asides())
                .with(step ->
                        Answer.of(WriteCases.changed(step.said(), text -> text.replace(said, said + "\n(没有带上)"))));
        // When
        Outcome again = bus.call(kit, call, withALineMore);
        // Then
        again.has(call.result());
        assertThat(again.sent())
                .doesNotContain(bus.credentials(kit)
                        .shape(call.steps().get(call.effect() - 1).sent()));
    }
}
