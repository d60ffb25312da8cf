package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import com.wecomesb.reply.ReplyLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MediaFilesFitTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                argumentSet("an image", "image: files/a.png", content("\u0089PNG", 1000), null),
                argumentSet("a photograph", "image: files/a.jpg", content("\u00FF\u00D8\u00FF", 1000), null),
                argumentSet("the largest image", "image: files/a.png", content("\u0089PNG", 10 * MEGABYTE), null),
                argumentSet(
                        "one byte more",
                        "image: files/a.png",
                        content("\u0089PNG", 10 * MEGABYTE + 1),
                        "文件 replies/files/a.png 有 10485761 字节,图片最大 10 MB"),
                argumentSet(
                        "a text that calls itself an image",
                        "image: files/a.png",
                        content("hello", 1000),
                        "文件 replies/files/a.png 的内容不是 jpg、jpeg、png 格式"),
                argumentSet("the largest voice", "voice: files/a.amr", content("#!AMR", 2 * MEGABYTE), null),
                argumentSet(
                        "a long voice",
                        "voice: files/a.amr",
                        content("#!AMR", 2 * MEGABYTE + 1),
                        "文件 replies/files/a.amr 有 2097153 字节,语音最大 2 MB"),
                argumentSet("a video", "video: files/a.mp4", content("....ftyp", 10 * MEGABYTE), null),
                argumentSet("the largest file", "file: files/a.zip", content("PK", 20 * MEGABYTE), null),
                argumentSet(
                        "a file that is too large",
                        "file: files/a.zip",
                        content("PK", 20 * MEGABYTE + 1),
                        "文件 replies/files/a.zip 有 20971521 字节,文件最大 20 MB"),
                argumentSet("six bytes", "file: files/a.txt", content("sixsix", 6), null),
                argumentSet(
                        "five bytes",
                        "file: files/a.txt",
                        content("fives", 5),
                        "文件 replies/files/a.txt 是空的(企业微信要求大于 5 字节)"),
                argumentSet("nothing", "file: files/gone.txt", content("", 0), "文件 replies/files/gone.txt 不存在"));
    }

    private static byte[] content(String beginning, int size) {
        byte[] content = new byte[size];
        byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, content, 0, Math.min(size, head.length));
        return content;
    }

    @ParameterizedTest
    @MethodSource
    void files(String message, byte[] content, @Nullable String mistake) throws IOException {
        // Given
        Files.createDirectories(folder.resolve("replies/files"));
        Files.writeString(folder.resolve("replies/a.yaml"), "replies:\n  - {id: a, messages: [{" + message + "}]}");
        if (content.length > 0) {
            Files.write(folder.resolve("replies").resolve(message.replaceFirst(".*: ", "")), content);
        }
        // When
        List<Mistake> mistakes = build().mistakes();
        // Then
        if (mistake == null) {
            assertThat(mistakes).isEmpty();
        } else {
            assertThat(mistakes)
                    .singleElement()
                    .asString()
                    .startsWith("replies/a.yaml:2:")
                    .endsWith(": " + mistake);
        }
    }

    @Test
    void aPictureThatWasReplacedIsAnotherSnapshot() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("replies/files"));
        Files.writeString(folder.resolve("replies/a.yaml"), "replies: [{id: a, messages: [{image: files/a.png}]}]");
        Path picture = folder.resolve("replies/files/a.png");
        Files.write(picture, content("\u0089PNG", 100));
        RoutesFolder routes = new RoutesFolder(folder, ShippedFiles.of(Map.of()));
        String before = builder().build(routes.read()).checked().hash();
        Map<String, String> stamp = routes.fingerprint();
        // When
        Files.write(picture, content("\u0089PNG", 101));
        // Then
        assertThat(routes.fingerprint()).isNotEqualTo(stamp);
        assertThat(builder().build(routes.read()).checked().hash()).isNotEqualTo(before);
    }

    private SnapshotBuilder.Built build() {
        return builder().build(new RoutesFolder(folder, ShippedFiles.of(Map.of())).read());
    }

    private static SnapshotBuilder builder() {
        return new SnapshotBuilder(
                List.of(new YamlFolder<>("replies", ReplyLibrary::read)),
                List.of(),
                List.of(new MediaFilesFit()),
                Clock.systemUTC());
    }
}
