package com.wecomesb.command;

import com.wecomesb.process.JarProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulators in a process of their own. */
class SandboxCommandIT {

    @TempDir
    Path folder;

    @Test
    void theSimulatorsTakeTheSettingsOfTheCommandLine() {
        // Given
        int port = JarProcess.freePort();

        // When
        try (JarProcess simulators = JarProcess.start(
                folder,
                "sandbox",
                port,
                "/sandbox/wecom/cgi-bin/gettoken",
                List.of("sandbox", "--server.port=" + port))) {

            // Then
            simulators.stop();
        }
    }
}
