package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.process.JarProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartRefusedIT {

    @TempDir
    Path folder;

    @Test
    void tellsAllMistakesAtOnceAndEndsWithAnExitCodeThatIsNotZero() throws Exception {
        // Given
        write("accounts.yaml", "accounts:\n  旗舰店: {app: sandbox, mode: on}");
        write("rules/a.yaml", "event: wecom.message.received\nrules:\n  - id：a");
        write("replies/b.yaml", "replies:\n  - id: b");
        write("flows/own.camel.yaml", "- route:\n    from: {uri: \"direct:x\", steps: []}");
        write("mappings/m.yaml", "mapping: m\nfields:\n  - {to: name, from: name, steps: [nosuch]}");
        // When
        Process start = start();
        String output = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = start.waitFor(90, TimeUnit.SECONDS);
        // Then
        assertThat(ended).isTrue();
        assertThat(start.exitValue()).isNotZero();
        assertThat(output)
                .contains(
                        "accounts.yaml:2:",
                        "rules/a.yaml:3:",
                        "replies/b.yaml:",
                        "flows/own.camel.yaml:2:",
                        "mappings/m.yaml:3:")
                .doesNotContain("\tat ");
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-jar",
                JarProcess.jar().toString(),
                "--server.port=0",
                "--esb.data-dir=" + folder.resolve("data"),
                "--esb.routes-dir=" + folder.resolve("routes"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("routes").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
