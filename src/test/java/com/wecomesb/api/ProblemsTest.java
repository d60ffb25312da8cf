package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ProblemsTest {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nowhere?secretword, 404",
        "/secretword, 404",
        "/api/v1/events?limit=secretword, 400",
        "/api/v1/events?limit=0, 400",
        "/api/v1/events?cursor=secretword, 400",
        "/api/v1/trace/secretword, 404",
        "/api/v1/dead-letters?state=secretword, 400",
        "/api/v1/configuration/files/secretword.yaml, 404"
    })
    void answersErrorsAsProblemsWithoutWhatWasSent(String uri, int status) {
        // When
        MvcTestResult result = mvc.perform(get(uri).header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER));
        // Then
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyText().contains("\"status\":" + status).doesNotContain("secretword", "Exception");
    }

    @Test
    void answersABodyThatIsNoJson() {
        // When
        MvcTestResult result = mvc.perform(post("/api/v1/rules/explain")
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{secretword"));
        // Then
        assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyText().doesNotContain("secretword");
    }

    @Test
    void answersAnotherMethod() {
        // When
        MvcTestResult result = mvc.perform(post("/api/v1/events").header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER));
        // Then
        assertThat(result).hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
