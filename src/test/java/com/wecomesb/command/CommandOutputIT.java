package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.process.JarProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandOutputIT {

    @TempDir
    Path folder;

    @Test
    void theStandardOutputHoldsTheAnswerAndNothingElse() throws Exception {
        // Given
        ProcessBuilder command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JarProcess.jar().toString(),
                        "connector",
                        "check",
                        "--json"))
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile());
        command.environment().put("ESB_SYSTEMS_TICKET_CONNECTOR", "sandbox");
        command.environment().put("ESB_SYSTEMS_TICKET_URL", "http://127.0.0.1:1");
        // When
        Process check = command.start();
        JsonNode answer = new ObjectMapper().readTree(check.getInputStream().readAllBytes());
        boolean ended = check.waitFor(60, TimeUnit.SECONDS);
        // Then
        assertThat(ended).isTrue();
        assertThat(check.exitValue()).isZero();
        assertThat(answer).hasSize(1);
        assertThat(answer.path(0).path("system").asText()).isEqualTo("ticket");
    }
}
