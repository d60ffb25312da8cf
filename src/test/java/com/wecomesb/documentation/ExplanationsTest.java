package com.wecomesb.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The explanations in the documentation are what the shipped rules say. */
class ExplanationsTest {

    private static final Path PAGE = Path.of("docs/reference/explanations.md");

    @Test
    void saysWhatTheShippedRulesSay() throws IOException {
        // Given
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, ExplainedMessages.page());
        }
        // When
        String page = ExplainedMessages.page();
        // Then
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
