package com.wecomesb.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes();
    private final List<String> started = new ArrayList<>();

    private CompletableFuture<Void> task(String lane, String name) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        lanes.run(lane, () -> {
            started.add(name);
            return end;
        });
        return end;
    }

    @Test
    void startsATaskWhenTheOneBeforeItIsOver() {
        // Given
        CompletableFuture<Void> first = task("a", "first");
        task("a", "second");
        task("b", "of another lane");

        // When
        List<String> before = List.copyOf(started);
        first.complete(null);

        // Then
        assertThat(before).containsExactly("first", "of another lane");
        assertThat(started).containsExactly("first", "of another lane", "second");
    }

    @Test
    void goesOnAfterAFailure() {
        // Given
        CompletableFuture<Void> first = task("a", "first");
        task("a", "second");

        // When
        first.completeExceptionally(new IllegalStateException("failed on purpose"));

        // Then
        assertThat(started).containsExactly("first", "second");
    }

    @Test
    void startsAtOnceWhenTheLaneIsEmptyAgain() {
        // Given
        task("a", "first").complete(null);

        // When
        task("a", "second");

        // Then
        assertThat(started).containsExactly("first", "second");
    }
}
