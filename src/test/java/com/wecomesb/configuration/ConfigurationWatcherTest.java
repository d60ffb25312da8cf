package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWatcherTest {

    @TempDir
    Path folder;

    private RunningConfiguration configuration;
    private ConfigurationWatcher watcher;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/a.yaml"), "first");
        RoutesFolder routes = new RoutesFolder(folder, ShippedFiles.of(Map.of()));
        SnapshotBuilder builder =
                new SnapshotBuilder(List.of(new Notes.Owner()), List.of(), List.of(), Clock.systemUTC());
        configuration = RunningConfiguration.start(routes, builder);
        watcher = new ConfigurationWatcher(routes, configuration, Duration.ofMillis(20));
        watcher.start();
    }

    @AfterEach
    void stop() {
        watcher.stop();
    }

    @Test
    void putsAnEditedFileInForceByItself() throws IOException {
        // When
        Files.writeString(folder.resolve("rules/a.yaml"), "second");
        // Then
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(lines()).containsExactly("second"));
    }

    @Test
    void putsANewFileInForceAndForgetsADeletedOne() throws IOException {
        // When
        Files.writeString(folder.resolve("rules/b.yaml"), "second");
        Files.delete(folder.resolve("rules/a.yaml"));
        // Then
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(lines()).containsExactly("second"));
    }

    @Test
    void showsTheMistakeOfABrokenFileUntilItIsMended() throws IOException {
        // Given
        Files.writeString(folder.resolve("rules/a.yaml"), "wrong");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(configuration.report().mistakes()).hasSize(1));
        assertThat(lines()).containsExactly("first");
        // When
        Files.writeString(folder.resolve("rules/a.yaml"), "mended");
        // Then
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(lines()).containsExactly("mended"));
        assertThat(configuration.report().mistakes()).isEmpty();
    }

    private List<String> lines() {
        return configuration.current().part(Notes.class).lines();
    }
}
