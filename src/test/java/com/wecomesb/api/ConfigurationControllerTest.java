package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
@DirtiesContext
class ConfigurationControllerTest {

    @TempDir
    static Path temporary;

    @Autowired
    private MockMvcTester mvc;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("esb.routes-dir", () -> temporary.resolve("routes").toString());
    }

    @Test
    void showsWhatIsInForce() {
        // When
        MvcTestResult result = read("/api/v1/configuration");
        // Then
        assertThat(result).hasStatusOk();
        assertThat(result).bodyJson().extractingPath("$.snapshot").asString().hasSize(12);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.files[?(@.path=='rules/returns.yaml')].editable")
                .asArray()
                .containsExactly(true);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.files[?(@.path=='errors.camel.yaml')].editable")
                .asArray()
                .containsExactly(false);
    }

    @Test
    void putsAnEditedRuleInForceAndTellsMistakesOfABrokenOne() {
        // Given
        String text = body(read("/api/v1/configuration/files/rules/returns.yaml"));
        // When
        MvcTestResult good = write("rules/returns.yaml", text.replace("priority: 100", "priority: 101"));
        MvcTestResult broken = write("rules/returns.yaml", "event: x\nrules:\n  - id：1");
        // Then
        assertThat(good)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.mistakes.length()")
                .isEqualTo(0);
        assertThat(temporary.resolve("routes/accounts.yaml")).exists();
        assertThat(broken)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.mistakes[0].file")
                .isEqualTo("rules/returns.yaml");
        assertThat(broken).bodyJson().extractingPath("$.mistakes[0].line").isEqualTo(3);
        assertThat(body(read("/api/v1/configuration"))).contains("rules/returns.yaml:3");
        write("rules/returns.yaml", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules/..%2f..%2foutside.yaml",
                "%2e%2e/outside.yaml",
                "flows/decide.camel.yaml",
                "rules/x.sh",
                "",
                "rules/.x.yaml",
                "errors.camel.yaml"
            })
    void writesNothingButContent(String path) {
        // When
        MvcTestResult result = write(path, "text");
        // Then
        assertThat(result.getResponse().getStatus()).isIn(400, 404);
        assertThat(temporary.resolve("outside.yaml")).doesNotExist();
        assertThat(temporary.resolve("routes/flows")).doesNotExist();
    }

    private MvcTestResult read(String uri) {
        return mvc.perform(get(uri).header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER));
    }

    private MvcTestResult write(String path, String text) {
        return mvc.perform(put(URI.create("/api/v1/configuration/files/" + path))
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .contentType("text/plain;charset=UTF-8")
                .content(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
