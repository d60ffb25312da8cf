package com.wecomesb.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFolderTest {

    private static final Map<String, byte[]> SHIPPED = Map.of("replies/files/a.png", bytes("\u0089PNG shipped"));

    @TempDir
    Path folder;

    @Test
    void theShippedFilesStandInForAFolderThatIsMissing() {
        // Given
        MediaFolder media = new MediaFolder(folder.resolve("missing"), SHIPPED);
        // Then
        assertThat(media.list()).extracting(MediaFile::path).containsExactly("replies/files/a.png");
        assertThat(media.content("replies/files/a.png")).contains(bytes("\u0089PNG shipped"));
    }

    @Test
    void aFileIsKnownByItsContentAsSoonAsItChanges() throws IOException {
        // Given
        MediaFolder media = new MediaFolder(folder, SHIPPED);
        Path file = folder.resolve("replies/files/b.png");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes("\u0089PNG one"));
        MediaFile before = media.find("replies/files/b.png").orElseThrow();
        // When
        Files.write(file, bytes("\u0089PNG two, longer"));
        MediaFile after = media.find("replies/files/b.png").orElseThrow();
        // Then
        assertThat(after.sha256()).isNotEqualTo(before.sha256());
        assertThat(media.list()).containsExactly(after);
        assertThat(media.find("replies/files/a.png")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replies/files/../../accounts.yaml",
                "accounts.yaml",
                "/etc/passwd",
                "replies/files/",
                "replies/files/\u0000"
            })
    void nothingElseIsRead(String path) {
        // Given
        MediaFolder media = new MediaFolder(folder, SHIPPED);
        // Then
        assertThat(media.find(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\u0089PNG...., PNG",
        "\u00FF\u00D8\u00FF\u00E0...., JPEG",
        "#!AMR...., AMR",
        "....ftypisom, MP4",
        "hello, OTHER",
        "a, OTHER"
    })
    void theFirstBytesTellWhatAFileIs(String content, MediaFormat format) {
        assertThat(MediaFormat.of(bytes(content))).isEqualTo(format);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
