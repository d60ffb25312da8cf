package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.media.MediaFile;
import com.wecomesb.media.MediaFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesFolderTest {

    private static final ShippedFiles SHIPPED = ShippedFiles.of(Map.of(
            "flows/decide.camel.yaml", "shipped flow",
            "mappings/contact-to-rest.yaml", "shipped mapping",
            "rules/example.yaml", "shipped rule"));

    @TempDir
    Path folder;

    @Test
    void takesTheShippedExamplesWhenThereIsNoFolder() {
        // Given
        RoutesFolder routes = new RoutesFolder(folder.resolve("missing"), SHIPPED);
        // When
        RouteFiles files = routes.read();
        // Then
        assertThat(files.examples()).isTrue();
        assertThat(files.files())
                .extracting(SourceFile::path)
                .containsExactly("flows/decide.camel.yaml", "mappings/contact-to-rest.yaml", "rules/example.yaml");
    }

    @Test
    void takesContentFromTheFolderAloneAndTheProductFromTheJar() throws IOException {
        // Given
        write("rules/own.yaml", "own rule");
        // When
        RouteFiles files = new RoutesFolder(folder, SHIPPED).read();
        // Then
        assertThat(files.files())
                .extracting(SourceFile::path)
                .containsExactly("flows/decide.camel.yaml", "mappings/contact-to-rest.yaml", "rules/own.yaml");
    }

    @Test
    void laysAChangedFileOverTheProductAndListsIt() throws IOException {
        // Given
        write("flows/decide.camel.yaml", "own flow");
        write("mappings/contact-to-rest.yaml", "shipped mapping");
        // When
        RouteFiles files = new RoutesFolder(folder, SHIPPED).read();
        // Then
        assertThat(files.overlaid()).containsExactly("flows/decide.camel.yaml");
        assertThat(files.file("flows/decide.camel.yaml").orElseThrow().text()).isEqualTo("own flow");
        assertThat(files.file("mappings/contact-to-rest.yaml").orElseThrow().origin())
                .isEqualTo(Origin.SHIPPED);
    }

    @Test
    void passesOverHiddenAndForeignFiles() throws IOException {
        // Given
        write(".git/rules/x.yaml", "hidden");
        write("rules/.own.yaml.tmp", "half");
        write("rules/own.yaml~", "backup");
        write("README.md", "text");
        // When
        RouteFiles files = new RoutesFolder(folder, ShippedFiles.of(Map.of())).read();
        // Then
        assertThat(files.files()).isEmpty();
    }

    @Test
    void followsLinksAsKubernetesMountsThem() throws IOException {
        // Given
        write("..data/own.yaml", "own rule");
        Files.createDirectories(folder.resolve("rules"));
        Files.createSymbolicLink(folder.resolve("rules/own.yaml"), folder.resolve("..data/own.yaml"));
        // When
        RouteFiles files = new RoutesFolder(folder, ShippedFiles.of(Map.of())).read();
        // Then
        assertThat(files.files()).extracting(SourceFile::path).containsExactly("rules/own.yaml");
    }

    @Test
    void refusesWhatIsTooLargeOrNotUtf8() throws IOException {
        // Given
        write("rules/large.yaml", "x".repeat(RoutesFolder.MAX_FILE_BYTES + 1));
        Files.write(folder.resolve("rules/gbk.yaml"), "退货".getBytes("GBK"));
        // When
        RouteFiles files = new RoutesFolder(folder, ShippedFiles.of(Map.of())).read();
        // Then
        assertThat(files.mistakes())
                .extracting(mistake -> mistake.file() + " " + mistake.message().substring(0, 4))
                .containsExactlyInAnyOrder("rules/large.yaml 文件大于", "rules/gbk.yaml 文件不是");
    }

    @Test
    void dropsTheByteOrderMark() throws IOException {
        // Given
        write("rules/own.yaml", "\uFEFFrules: []");
        // When
        RouteFiles files = new RoutesFolder(folder, ShippedFiles.of(Map.of())).read();
        // Then
        assertThat(files.file("rules/own.yaml").orElseThrow().text()).isEqualTo("rules: []");
    }

    @Test
    void findsTheProductAndTheExamplesOnTheClassPath() {
        // Given
        RoutesFolder routes = new RoutesFolder(folder.resolve("missing"), ShippedFiles.ofProduct());
        // When
        RouteFiles files = routes.read();
        // Then
        assertThat(files.files())
                .extracting(SourceFile::path)
                .contains("accounts.yaml", "errors.camel.yaml", "rules/returns.yaml");
        assertThat(files.media())
                .extracting(MediaFile::path, MediaFile::format)
                .contains(tuple("replies/files/return-steps.png", MediaFormat.PNG));
    }

    @Test
    void writesTheShippedPicturesOutAsTheyAre() throws IOException {
        // Given
        Path target = folder.resolve("routes");
        // When
        new ShippedContent(ShippedFiles.ofProduct()).writeTo(target);
        // Then
        assertThat(target.resolve("replies/files/shop.png"))
                .hasSameBinaryContentAs(Path.of("routes/replies/files/shop.png"));
        assertThat(new RoutesFolder(target, ShippedFiles.ofProduct()).read().media())
                .extracting(MediaFile::path)
                .contains("replies/files/shop.png");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
