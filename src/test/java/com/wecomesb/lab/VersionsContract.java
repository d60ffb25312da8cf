package com.wecomesb.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.database.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is promised of the versions that are kept, the same on every database. */
abstract class VersionsContract {

    private static final Map<String, String> ONE = rules("{id: a, when: {keywords: 退}, then: [{reply: x}]}");
    private static final Map<String, String> TWO = rules(
            "{id: a, when: {keywords: 退货}, then: [{reply: x}]}", "{id: b, when: {keywords: 换}, then: [{reply: x}]}");
    private static final Map<String, String> THREE = rules("{id: b, when: {keywords: 换}, then: [{reply: x}]}");

    private final TestDatabase database;
    private DataSource tables;
    private Versions versions;

    VersionsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        tables = database.migrated();
        versions = instance();
    }

    private Versions instance() {
        return new Versions(new JdbcTemplate(tables), new ObjectMapper(), Clock.systemUTC());
    }

    @Test
    void keepsTheFilesOfEachVersionWithAuthorReasonAndDifference() {
        // Given
        versions.add(draft("s1", ONE, null));
        // When
        Version second = versions.add(draft("s2", TWO, null)).orElseThrow();
        // Then
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.author()).isEqualTo("王芳");
        assertThat(second.reason()).isEqualTo("试一试");
        assertThat(second.difference().path("rules").path("added")).hasToString("[\"b\"]");
        assertThat(second.difference().path("rules").path("changed")).hasToString("[\"a\"]");
        assertThat(second.difference().path("files").path("changed")).hasToString("[\"rules/a.yaml\"]");
        assertThat(versions.files(second)).isEqualTo(TWO);
        assertThat(versions.newest()).contains(second);
        assertThat(versions.below(2, 10)).extracting(Version::snapshot).containsExactly("s1");
    }

    @Test
    void theSameSnapshotTwiceIsOneVersion() {
        // Given
        versions.add(draft("s1", ONE, null));
        // When
        Optional<Version> again = instance().add(draft("s1", ONE, null));
        // Then
        assertThat(again).isEmpty();
        assertThat(versions.below(Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void instancesThatSeeTheSameFilesAtTheSameTimeWriteOneVersion() throws Exception {
        // Given
        int instances = 6;
        ExecutorService together = Executors.newFixedThreadPool(instances);
        List<Callable<Optional<Version>>> all = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            Versions instance = instance();
            all.add(() -> instance.add(draft("s1", ONE, null)));
        }
        // When
        List<Future<Optional<Version>>> added = together.invokeAll(all);
        together.shutdown();
        // Then
        int written = 0;
        for (Future<Optional<Version>> one : added) {
            written += one.get().isPresent() ? 1 : 0;
        }
        assertThat(written).isEqualTo(1);
        assertThat(versions.below(Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void whatWasBeforeIsTheNewestWithOtherFiles() {
        // Given
        versions.add(draft("s1", ONE, null));
        versions.add(draft("s2", TWO, null));
        Version sameFiles = versions.add(draft("s3", TWO, null)).orElseThrow();
        // When
        Optional<Version> before = versions.before(sameFiles);
        // Then
        assertThat(before).map(Version::number).contains(1L);
    }

    @Test
    void goingBackTwiceGoesBackTwoVersions() {
        // Given
        versions.add(draft("s1", ONE, null));
        versions.add(draft("s2", TWO, null));
        versions.add(draft("s3", THREE, null));
        Version back = versions.add(draft("s2", TWO, 2L)).orElseThrow();
        // When
        Optional<Version> before = versions.before(back);
        // Then
        assertThat(before).map(Version::number).contains(1L);
    }

    @Test
    void nothingIsBeforeTheFirst() {
        // Given
        Version first = versions.add(draft("s1", ONE, null)).orElseThrow();
        // When
        Optional<Version> before = versions.before(first);
        // Then
        assertThat(before).isEmpty();
    }

    @Test
    void aVersionWhoseFilesCouldNotBeWrittenIsTakenBack() {
        // Given
        versions.add(draft("s1", ONE, null));
        Version failed = versions.add(draft("s2", TWO, null)).orElseThrow();
        // When
        versions.withdraw(failed);
        // Then
        assertThat(versions.newest()).map(Version::snapshot).contains("s1");
    }

    private static Draft draft(String snapshot, Map<String, String> content, Long restores) {
        return new Draft(snapshot, content, "王芳", "试一试", restores, null);
    }

    private static Map<String, String> rules(String... rules) {
        StringBuilder text = new StringBuilder("rules:\n");
        for (String rule : rules) {
            text.append("  - ").append(rule).append('\n');
        }
        return Map.of("rules/a.yaml", text.toString());
    }
}
