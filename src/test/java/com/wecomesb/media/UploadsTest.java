package com.wecomesb.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.database.TestDatabase;
import com.wecomesb.time.MutableClock;
import com.wecomesb.wecom.api.CallOutcome;
import com.wecomesb.wecom.api.FakeWecom;
import com.wecomesb.wecom.api.WecomApiFixture;
import com.wecomesb.wecom.api.WecomCallFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class UploadsTest {

    private static final String PATH = "replies/files/退货流程.png";

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final AtomicInteger number = new AtomicInteger();
    private FakeWecom wecom;
    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        write("\u0089PNG one");
        wecom = new FakeWecom();
        wecom.answer("media/upload", request -> """
                {"errcode":0,"errmsg":"","type":"image","media_id":"M%d","created_at":"1"}""".formatted(number.incrementAndGet()));
        uploads = new Uploads(
                WecomApiFixture.api(wecom.url(), Duration.ofSeconds(5), clock, Map.of())
                        .client(),
                WecomApiFixture.settings(wecom.url(), Duration.ofSeconds(5)),
                new MediaFolder(folder, Map.of()),
                new MediaIds(new JdbcTemplate(TestDatabase.H2.migrated())),
                clock);
    }

    @AfterEach
    void close() {
        wecom.close();
    }

    @Test
    void aContentIsUploadedOnceUntilHalfADayBeforeWecomForgetsIt() {
        // When
        Uploads.Uploaded first = uploads.of("service", PATH, "image");
        clock.advance(Duration.ofHours(59));
        Uploads.Uploaded second = uploads.of("service", PATH, "image");
        clock.advance(Duration.ofHours(2));
        Uploads.Uploaded third = uploads.of("service", PATH, "image");
        // Then
        assertThat(first.mediaId()).isEqualTo("M1");
        assertThat(first.fresh()).isTrue();
        assertThat(second.mediaId()).isEqualTo("M1");
        assertThat(second.fresh()).isFalse();
        assertThat(third.mediaId()).isEqualTo("M2");
    }

    @Test
    void anUploadIsMultipartWithTheFilesOwnName() {
        // When
        uploads.of("service", PATH, "image");
        // Then
        FakeWecom.Request request = wecom.requests("media/upload").get(0);
        assertThat(request.query()).contains("type=image").contains("access_token=token-1");
        assertThat(request.body())
                .contains("Content-Disposition: form-data; name=\"media\"; filename=\"退货流程.png\"; filelength=8\r\n")
                .contains("PNG one\r\n--");
    }

    @Test
    void anotherContentOrAnotherKindIsAnotherUpload() throws IOException {
        // When
        uploads.of("service", PATH, "image");
        uploads.of("service", PATH, "file");
        write("\u0089PNG two, longer");
        Uploads.Uploaded replaced = uploads.of("service", PATH, "image");
        // Then
        assertThat(replaced.mediaId()).isEqualTo("M3");
    }

    @Test
    void whatWecomHasForgottenIsUploadedAgain() {
        // Given
        Uploads.Uploaded first = uploads.of("service", PATH, "image");
        // When
        uploads.forget(first);
        // Then
        assertThat(uploads.of("service", PATH, "image").mediaId()).isEqualTo("M2");
    }

    @Test
    void whileARenewalFailsTheOldOneIsUsedAndLaterNoMore() {
        // Given
        uploads.of("service", PATH, "image");
        wecom.answer("media/upload", "{\"errcode\":-1,\"errmsg\":\"system busy\"}");
        // When
        clock.advance(Duration.ofHours(61));
        Uploads.Uploaded old = uploads.of("service", PATH, "image");
        clock.advance(Duration.ofHours(12));
        // Then
        assertThat(old.mediaId()).isEqualTo("M1");
        assertThatThrownBy(() -> uploads.of("service", PATH, "image"))
                .isInstanceOf(WecomCallFailed.class)
                .extracting(failure -> ((WecomCallFailed) failure).outcome())
                .isEqualTo(CallOutcome.RETRY_LATER);
    }

    @Test
    void anAnswerThatGotLostMayBeAskedForAgain() {
        // Given
        wecom.answer("media/upload", request -> {
            throw new FakeWecom.ConnectionLost();
        });
        // Then
        assertThatThrownBy(() -> uploads.of("service", PATH, "image"))
                .extracting(failure -> ((WecomCallFailed) failure).outcome())
                .isEqualTo(CallOutcome.RETRY_LATER);
    }

    @Test
    void aFileThatIsGoneIsSaid() {
        assertThatThrownBy(() -> uploads.of("service", "replies/files/gone.png", "image"))
                .isInstanceOf(MediaMissing.class);
    }

    @Test
    void manyMessagesWithOneFileUploadItTogether() throws Exception {
        // Given
        ExecutorService lanes = Executors.newFixedThreadPool(8);
        // When
        List<Future<String>> ids = lanes
                .invokeAll(IntStream.range(0, 40)
                        .<java.util.concurrent.Callable<String>>mapToObj(
                                i -> () -> uploads.of("service", PATH, "image").mediaId())
                        .toList())
                .stream()
                .toList();
        lanes.shutdown();
        // Then
        for (Future<String> id : ids) {
            assertThat(id).succeedsWithin(Duration.ofSeconds(5)).asString().startsWith("M");
        }
        assertThat(wecom.requests("media/upload")).hasSizeLessThan(8);
    }

    private void write(String content) throws IOException {
        Path file = folder.resolve(PATH);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
