package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class DataFolderInUseAnalyzerTest {

    private final DataFolderInUseAnalyzer analyzer = new DataFolderInUseAnalyzer();

    @TempDir
    Path folder;

    @Test
    void saysInOneLineThatAnotherBusUsesTheFolder() throws Exception {
        // Given
        String url = "jdbc:h2:file:" + folder.toRealPath().resolve("esb");
        DriverManager.getConnection(url).close();
        Path file = folder.toRealPath().resolve("esb.mv.db");
        assertThat(Files.exists(file)).isTrue();
        try (FileChannel another = FileChannel.open(file, StandardOpenOption.WRITE);
                var locked = another.lock()) {
            SQLException failed = catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url));
            // When
            FailureAnalysis analysis = analyzer.analyze(new BeanCreationException("x", failed));
            // Then
            assertThat(locked.isValid()).isTrue();
            assertThat(analysis.getDescription())
                    .isEqualTo("数据目录正由另一个总线使用:" + file)
                    .hasLineCount(1);
        }
    }

    @Test
    void leavesOtherFailuresOfTheDatabaseToOthers() {
        // When
        FailureAnalysis analysis = analyzer.analyze(new BeanCreationException("x", new SQLException("no", "08001", 1)));
        // Then
        assertThat(analysis).isNull();
    }

    @Test
    void isRegistered() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(
                                FailureAnalyzer.class,
                                null,
                                SpringFactoriesLoader.FailureHandler.handleMessage((message, failure) -> {})))
                .hasAtLeastOneElementOfType(DataFolderInUseAnalyzer.class);
    }
}
