package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class RunningConfigurationTest {

    private static final SnapshotBuilder BUILDER = new SnapshotBuilder(
            List.of(new Notes.Owner()), List.of(), List.of(new NoForbiddenWord()), Clock.systemUTC());

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temporary.resolve("routes/rules")).getParent();
    }

    @Test
    void refusesToStartWithAllMistakesOfAllFiles() throws IOException {
        // Given
        write("rules/a.yaml", "good\nwrong one\nwrong two");
        write("rules/b.yaml", "wrong three");
        // When
        assertThatThrownBy(this::start)
                // Then
                .isInstanceOfSatisfying(
                        ConfigurationRefused.class,
                        refused -> assertThat(refused.mistakes())
                                .extracting(Mistake::toString)
                                .containsExactly(
                                        "rules/a.yaml:2:1: 不对", "rules/a.yaml:3:1: 不对", "rules/b.yaml:1:1: 不对"));
    }

    @Test
    void keepsTheSnapshotInForceWhenAFileBreaks() throws IOException {
        // Given
        write("rules/a.yaml", "first");
        RunningConfiguration configuration = start();
        write("rules/a.yaml", "wrong");
        // When
        ConfigurationReport report = configuration.reload();
        // Then
        assertThat(report.mistakes()).extracting(Mistake::toString).containsExactly("rules/a.yaml:1:1: 不对");
        assertThat(configuration.current().part(Notes.class).lines()).containsExactly("first");
        assertThat(report.inForce()).isEqualTo(configuration.current().hash());
    }

    @Test
    void swapsWhenTheFileIsMended() throws IOException {
        // Given
        write("rules/a.yaml", "first");
        RunningConfiguration configuration = start();
        List<String> swaps = new ArrayList<>();
        configuration.addListener((before, after) -> swaps.add(before.hash() + ">" + after.hash()));
        String first = configuration.current().hash();
        write("rules/a.yaml", "wrong");
        configuration.reload();
        write("rules/a.yaml", "second");
        // When
        ConfigurationReport report = configuration.reload();
        // Then
        assertThat(report.mistakes()).isEmpty();
        assertThat(configuration.current().part(Notes.class).lines()).containsExactly("second");
        assertThat(swaps).containsExactly(first + ">" + configuration.current().hash());
    }

    @Test
    void tellsNobodyWhenNothingHasChanged() throws IOException {
        // Given
        write("rules/a.yaml", "first");
        RunningConfiguration configuration = start();
        List<Snapshot> swaps = new ArrayList<>();
        configuration.addListener((before, after) -> swaps.add(after));
        // When
        configuration.reload();
        // Then
        assertThat(swaps).isEmpty();
    }

    @Test
    void keepsTheCompanysContentWhenTheFolderVanishes() throws IOException {
        // Given
        write("rules/a.yaml", "first");
        RunningConfiguration configuration = start();
        FileSystemUtils.deleteRecursively(folder);
        // When
        ConfigurationReport report = configuration.reload();
        // Then
        assertThat(report.mistakes()).hasSize(1);
        assertThat(configuration.current().part(Notes.class).lines()).containsExactly("first");
    }

    @Test
    void reportsAListenerThatFailsAndKeepsTheSwap() throws IOException {
        // Given
        write("rules/a.yaml", "first");
        RunningConfiguration configuration = start();
        configuration.addListener((before, after) -> {
            throw new IllegalStateException("no");
        });
        write("rules/a.yaml", "second");
        // When
        ConfigurationReport report = configuration.reload();
        // Then
        assertThat(report.mistakes()).hasSize(1);
        assertThat(configuration.current().part(Notes.class).lines()).containsExactly("second");
    }

    @Test
    void checksAcrossFormatsOnlyWhatIsReadable() throws IOException {
        // Given
        write("rules/a.yaml", "first");
        RunningConfiguration configuration = start();
        // When
        List<Mistake> complete = rewrite(configuration, "forbidden");
        List<Mistake> broken = rewrite(configuration, "forbidden\nwrong");
        // Then
        assertThat(complete).extracting(Mistake::message).containsExactly("禁用");
        assertThat(broken).extracting(Mistake::message).containsExactly("不对");
    }

    @Test
    void namesYamlFilesThatNobodyReads() throws IOException {
        // Given
        write("rule/typo.yaml", "x");
        // When
        ConfigurationReport report = start().report();
        // Then
        assertThat(report.unknown()).containsExactly("rule/typo.yaml");
    }

    @Test
    void hashesTheSameFilesTheSame() throws IOException {
        // Given
        write("rules/a.yaml", "first");
        String hash = start().current().hash();
        // When
        String again = start().current().hash();
        // Then
        assertThat(again).isEqualTo(hash).matches("[0-9a-f]{12}");
    }

    private RunningConfiguration start() {
        return RunningConfiguration.start(new RoutesFolder(folder, ShippedFiles.of(Map.of())), BUILDER);
    }

    private List<Mistake> rewrite(RunningConfiguration configuration, String text) throws IOException {
        write("rules/a.yaml", text);
        return configuration.reload().mistakes();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static final class NoForbiddenWord implements SnapshotCheck {

        @Override
        public Set<String> reliesOn() {
            return Set.of("notes");
        }

        @Override
        public void check(Snapshot candidate, Mistakes mistakes) {
            if (candidate.part(Notes.class).lines().contains("forbidden")) {
                mistakes.addWholeFile("rules", "禁用");
            }
        }
    }
}
