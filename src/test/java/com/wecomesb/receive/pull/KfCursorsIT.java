package com.wecomesb.receive.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On both databases: several instances share the cursors. */
class KfCursorsIT {

    @ParameterizedTest
    @EnumSource
    void startsEveryAccountAtTheBeginning(TestDatabase database) {
        KfCursors cursors = cursors(database);

        assertThat(cursors.of("wk1", "service")).isEqualTo(new KfCursor("wk1", "", Instant.EPOCH));
    }

    @ParameterizedTest
    @EnumSource
    void movesACursorForOneOnly(TestDatabase database) {
        // Given
        KfCursors cursors = cursors(database);
        KfCursor seenByBoth = cursors.of("wk1", "service");

        // When
        boolean first = cursors.move(seenByBoth, "C1");
        boolean second = cursors.move(seenByBoth, "C1");

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(cursors.of("wk1", "service").value()).isEqualTo("C1");
    }

    @ParameterizedTest
    @EnumSource
    void notesTheLatestFinishedPull(TestDatabase database) {
        // Given
        KfCursors cursors = cursors(database);
        KfCursor cursor = cursors.of("wk1", "service");
        Instant later = Instant.parse("2026-11-20T04:00:00Z");

        // When
        cursors.moveToEnd(cursor, "C1", later);
        cursors.moveToEnd(cursors.of("wk1", "service"), "C2", later.minusSeconds(60));

        // Then
        assertThat(cursors.of("wk1", "service").value()).isEqualTo("C2");
        assertThat(cursors.of("wk1", "service").lastPullStartedAt()).isEqualTo(later);
    }

    @ParameterizedTest
    @EnumSource
    void makesOneCursorWhenManyStartAtOnce(TestDatabase database) {
        // Given
        KfCursors cursors = cursors(database);
        ExecutorService threads = Executors.newFixedThreadPool(8);

        // When
        List<Future<KfCursor>> made = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            made.add(threads.submit(() -> cursors.of("wk1", "service")));
        }

        // Then
        assertThat(made).allSatisfy(cursor -> assertThat(cursor.get().value()).isEmpty());
        threads.shutdownNow();
    }

    private static KfCursors cursors(TestDatabase database) {
        return new KfCursors(JdbcClient.create(database.migrated()));
    }
}
