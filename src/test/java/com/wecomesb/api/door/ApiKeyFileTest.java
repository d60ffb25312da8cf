package com.wecomesb.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ApiKeyFileTest {

    @TempDir
    Path data;

    private final Logger logger = (Logger) LoggerFactory.getLogger(ApiKeyFile.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void makesAKeyForTheOwnersEyes() throws IOException {
        // When
        ApiKey key = new ApiKeyFile(data.resolve("new")).readOrMake();
        // Then
        Path file = data.resolve("new/api-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file).strip()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(key.is(Files.readString(file).strip())).isTrue();
    }

    @Test
    void logsThePathAndNeverTheKey() throws IOException {
        // When
        new ApiKeyFile(data).readOrMake();
        // Then
        String key = Files.readString(data.resolve("api-key")).strip();
        assertThat(log.list).hasSize(1).allSatisfy(line -> {
            assertThat(line.getKeyValuePairs().toString()).contains("api-key").doesNotContain(key);
            assertThat(line.getFormattedMessage()).doesNotContain(key);
        });
    }

    @Test
    void keepsTheKeyOverRestarts() throws IOException {
        // Given
        new ApiKeyFile(data).readOrMake();
        String key = Files.readString(data.resolve("api-key"));
        // When
        ApiKey again = new ApiKeyFile(data).readOrMake();
        // Then
        assertThat(again.is(key)).isTrue();
        assertThat(Files.readString(data.resolve("api-key"))).isEqualTo(key);
    }

    @Test
    void closesAFileThatOthersCouldRead() throws IOException {
        // Given
        Files.writeString(data.resolve("api-key"), "given-key");
        Files.setPosixFilePermissions(data.resolve("api-key"), PosixFilePermissions.fromString("rw-r--r--"));
        // When
        new ApiKeyFile(data).readOrMake();
        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("api-key"))))
                .isEqualTo("rw-------");
    }
}
