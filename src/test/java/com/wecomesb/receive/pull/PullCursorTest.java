package com.wecomesb.receive.pull;

import static com.wecomesb.receive.pull.PullFixture.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where a pull begins, and that nothing is lost there. */
class PullCursorTest {

    @AutoClose
    private final PullFixture pull = new PullFixture();

    @Test
    void goesOnWhereTheLastPullEnded() {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", page("C1", false, "m1"), page("C2", false, "m2"));

        // When
        pull.pull();
        pull.clock.advance(Duration.ofMinutes(1));
        pull.pull();

        // Then
        assertThat(pull.askedCursors()).containsExactly("", "C1");
    }

    @Test
    void leavesTheCursorWhereItIsWhenTheBusDoesNotTakeTheEvents() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        pull.busFailsWith(new IllegalStateException("Kafka and database away"));

        // When
        assertThatThrownBy(pull::pull).isInstanceOf(CompletionException.class);

        // Then
        assertThat(pull.cursor()).isEmpty();
    }

    @Test
    void bringsTheSameEventsAgainAfterACrashBeforeTheCursorMoved() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1", "m2"));
        pull.pull();
        pull.database.sql("UPDATE kf_cursor SET cursor_value = ''").update();

        // When
        pull.pull();

        // Then
        assertThat(pull.eventIds()).containsExactly("kf:m1", "kf:m2", "kf:m1", "kf:m2");
        assertThat(pull.events.get(2)).isEqualTo(pull.events.get(0));
        assertThat(pull.cursor()).isEqualTo("C1");
    }

    @Test
    void endsQuietlyWhenAnotherInstanceHasMovedTheCursor() {
        // Given
        pull.wecom.answer("kf/sync_msg", request -> {
            pull.database.sql("UPDATE kf_cursor SET cursor_value = 'OTHER'").update();
            return page("C1", true, "m1");
        });

        // When
        pull.pull();

        // Then
        assertThat(pull.cursor()).isEqualTo("OTHER");
        assertThat(pull.wecom.requests("kf/sync_msg")).hasSize(1);
    }
}
