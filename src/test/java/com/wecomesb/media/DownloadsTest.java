package com.wecomesb.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.media.Downloads.Downloaded;
import com.wecomesb.time.MutableClock;
import com.wecomesb.wecom.api.FakeWecom;
import com.wecomesb.wecom.api.WecomApiFixture;
import com.wecomesb.wecom.api.WecomCallFailed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadsTest {

    private final FakeWecom wecom = new FakeWecom();
    private final Downloads downloads = new Downloads(WecomApiFixture.api(
                    wecom.url(),
                    Duration.ofSeconds(5),
                    new MutableClock(Instant.parse("2026-11-21T04:00:00Z")),
                    Map.of())
            .client());

    @AfterEach
    void close() {
        wecom.close();
    }

    @Test
    void aFileComesAsItWasSentWithWhatItsFirstBytesSayThatItIs() {
        // Given
        wecom.answer("media/get", "#!AMR voice");

        // When
        Downloaded voice = downloads.of("service", "MEDIA1").orElseThrow();

        // Then
        assertThat(voice.content()).isEqualTo("#!AMR voice".getBytes(StandardCharsets.UTF_8));
        assertThat(voice.type()).isEqualTo("audio/amr");
        assertThat(voice.extension()).isEqualTo("amr");
    }

    @Test
    void aFileThatIsJsonIsNoError() {
        // Given
        wecom.answer("media/get", "{\"orders\": []}");

        // When
        Optional<Downloaded> file = downloads.of("service", "MEDIA1");

        // Then
        assertThat(file).map(Downloaded::type).contains("application/octet-stream");
    }

    @Test
    void afterThreeDaysThereIsNothing() {
        // Given
        wecom.answer("media/get", "{\"errcode\": 40007, \"errmsg\": \"invalid media_id\"}");

        // When
        Optional<Downloaded> file = downloads.of("service", "MEDIA1");

        // Then
        assertThat(file).isEmpty();
    }

    @Test
    void whatCannotBeHadNowIsAskedForAgain() {
        // Given
        wecom.answer("media/get", "{\"errcode\": -1, \"errmsg\": \"system busy\"}");

        // Then
        assertThatThrownBy(() -> downloads.of("service", "MEDIA1")).isInstanceOf(WecomCallFailed.class);
    }
}
