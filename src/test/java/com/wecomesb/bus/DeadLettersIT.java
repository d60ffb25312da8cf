package com.wecomesb.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DeadLettersIT {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keepsAnEventWholeForItsReplay(TestDatabase kind) {
        // Given
        DeadLetters letters = letters(kind);
        Event event = TestEvents.event("key", "1");

        // When
        letters.addEvent(event, "处理不了", "java.lang.ArithmeticException", "esb.events/3@42");

        // Then
        assertThat(newest(letters)).satisfies(letter -> {
            assertThat(letter.event()).get().usingRecursiveComparison().isEqualTo(event);
            assertThat(letter.reference()).isEqualTo(event.uid());
            assertThat(letter.createdAt()).isEqualTo(NOW);
            assertThat(letter.toString()).doesNotContain("你好");
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void pagesFromTheNewestBackwards(TestDatabase kind) {
        // Given
        DeadLetters letters = letters(kind);
        for (String id : List.of("a", "b", "c")) {
            letters.addAction(id, "crm.contact-upsert", "400", null, 1, "snapshot");
        }

        // When
        List<DeadLetter> first = letters.list(null, Long.MAX_VALUE, 2);
        List<DeadLetter> second = letters.list(null, first.get(1).id(), 2);

        // Then
        assertThat(first).extracting(DeadLetter::reference).containsExactly("c", "b");
        assertThat(second).extracting(DeadLetter::reference).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void isClosedByOnePersonOnly(TestDatabase kind) {
        // Given
        DeadLetters letters = letters(kind);
        letters.addAction("a", "crm.contact-upsert", "400", null, 1, null);
        long id = newest(letters).id();

        // When
        boolean replayed = letters.markReplayed(id);
        boolean discarded = letters.markDiscarded(id);

        // Then
        assertThat(replayed).isTrue();
        assertThat(discarded).isFalse();
        assertThat(letters.counts())
                .containsEntry(DeadLetter.State.OPEN, 0L)
                .containsEntry(DeadLetter.State.REPLAYED, 1L);
        assertThat(letters.list(DeadLetter.State.OPEN, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(letters.find(id)).get().extracting(DeadLetter::closedAt).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void holdsAnUnreadableRecordOnceHoweverOftenItIsMet(TestDatabase kind) {
        // Given
        DeadLetters letters = letters(kind);

        // When
        for (int n = 0; n < 3; n++) {
            letters.addRecord(
                    DeadLetter.Kind.EVENT, "esb.events/3@42", "unknown", new byte[] {1}, "读不懂", "not an event");
        }

        // Then
        assertThat(letters.list(null, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void cutsTextsToTheirColumns(TestDatabase kind) {
        // Given
        DeadLetters letters = letters(kind);

        // When
        letters.addAction("a", "crm." + "x".repeat(300), "原因".repeat(500), "c".repeat(300), 1, null);

        // Then
        assertThat(newest(letters).reason()).hasSize(512);
    }

    private static DeadLetters letters(TestDatabase kind) {
        return new DeadLetters(new JdbcTemplate(kind.migrated()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static DeadLetter newest(DeadLetters letters) {
        return letters.list(null, Long.MAX_VALUE, 1).get(0);
    }
}
