package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The page about the kit is of all connectors: who works on one of them writes it at the end. */
class ConnectorKitPageTest {

    private static final Path PAGE = Path.of("docs/reference/connector-kit.md");

    @AutoClose
    private final KitBus bus = new KitBus();

    @AutoClose
    private final ReplayServer trap = new ReplayServer();

    ConnectorKitPageTest() throws IOException {}

    @Test
    void theReferenceSaysWhatIsTried() throws IOException {
        // Given
        String page = KitPage.of(KitFile.all(), kit -> KitCases.of(bus, kit, trap));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }
        // When
        String written = Files.readString(PAGE);
        // Then
        assertThat(written.equals(page))
                .as(PAGE + " says what is tried; write it with -Ddocs.write=true -Dtest=ConnectorKitPageTest")
                .isTrue();
    }
}
