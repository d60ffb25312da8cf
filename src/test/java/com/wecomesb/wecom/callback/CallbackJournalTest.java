package com.wecomesb.wecom.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.time.MutableClock;
import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import com.wecomesb.wecom.callback.CallbackVerifier.Verified;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CallbackJournalTest {

    private final CallbackDiary diary = new CallbackDiary();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T08:00:00Z"));
    private CallbackJournal journal;

    @BeforeEach
    void open() {
        journal = new CallbackJournal(Set.of("service"), diary, meters, clock);
    }

    @Test
    void countsEveryRefusalAndLogsOneAMinuteForEachReason(CapturedOutput output) {
        // When
        for (int second = 0; second < 90; second++) {
            journal.rejected("service", CallbackRejected.because(Reason.SIGNATURE));
            journal.rejected("service", CallbackRejected.because(Reason.JSON));
            clock.advance(Duration.ofSeconds(1));
        }

        // Then
        assertThat(meters.get("esb.callback.rejected")
                        .tag("reason", "signature")
                        .counter()
                        .count())
                .isEqualTo(90);
        assertThat(output.getAll().lines().filter(line -> line.contains("signature differs")))
                .hasSize(2);
        assertThat(output.getAll().lines().filter(line -> line.contains("JSON")))
                .hasSize(2);
    }

    @Test
    void repeatsNoNameThatAStrangerMadeUp(CapturedOutput output) {
        // When
        for (int number = 0; number < 50; number++) {
            journal.rejected("made-up-" + number, CallbackRejected.because(Reason.UNKNOWN_APP));
        }

        // Then
        assertThat(output.getAll().lines().filter(line -> line.contains("callback refused")))
                .hasSize(1);
        assertThat(output.getAll()).doesNotContain("made-up");
        assertThat(diary.lastRejected("made-up-1")).isEmpty();
    }

    @Test
    void tellsInTheDiaryWhatCameLast() {
        // Given
        assertThat(diary.finding("service")).isEqualTo("no request has arrived since the start");

        // When
        journal.rejected("service", CallbackRejected.stale(Duration.ofMinutes(-14)));
        String afterRefusal = diary.finding("service");
        clock.advance(Duration.ofSeconds(5));
        Callback callback = new Callback("service", "ww1", "", clock.instant());
        journal.accepted(new Verified(callback, Duration.ofSeconds(2)));

        // Then
        assertThat(afterRefusal).contains("timestamp").endsWith("off by -14 minutes");
        assertThat(diary.finding("service")).contains("accepted", "differ by 2 seconds");
    }
}
