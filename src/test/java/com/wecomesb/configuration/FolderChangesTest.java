package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FolderChangesTest {

    private final FolderChanges changes = new FolderChanges(Map.of("a", "1"));

    @Test
    void waitsWhileAFileIsBeingWritten() {
        // When
        Stream<Boolean> looks = Stream.of("10 bytes", "20 bytes", "30 bytes", "30 bytes", "30 bytes")
                .map(this::look);
        // Then
        assertThat(looks).containsExactly(false, false, false, true, false);
    }

    @Test
    void forgetsAChangeThatWasTakenBack() {
        // When
        Stream<Boolean> looks = Stream.of("2", "1", "2", "2").map(this::look);
        // Then
        assertThat(looks).containsExactly(false, false, false, true);
    }

    private boolean look(String stamp) {
        return changes.cameToRest(Map.of("a", stamp));
    }
}
