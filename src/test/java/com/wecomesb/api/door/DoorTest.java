package com.wecomesb.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.api.door.DoorSettings.Api;
import com.wecomesb.api.door.DoorSettings.Sandbox;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DoorTest {

    private static final ApiKey KEY = new ApiKey("the-key");
    private static final DoorSettings REAL = settings(List.of(), new Sandbox(false, false, 0));
    private static final DoorSettings SIMULATED = settings(List.of("wecom", "crm"), new Sandbox(true, false, 0));
    private static final DoorSettings BESIDE_REAL = settings(List.of("crm"), new Sandbox(true, true, 8081));

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/console",
                "/console/x",
                "/api/v1/events",
                "/api/openapi.json",
                "/actuator/prometheus",
                "/actuator",
                "/actuator/healthy",
                "/demo/demo.js",
                "/callback",
                "/anything"
            })
    void keepsStrangersOut(String path) throws Exception {
        // When
        boolean passed = pass(REAL, get(path));
        // Then
        assertThat(passed).isFalse();
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/callback/wecom/service", "/webhook/crm", "/actuator/health", "/actuator/health/readiness"})
    void leavesOpenWhatGuardsItself(String path) throws Exception {
        assertThat(pass(REAL, get(path))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer the-key, true",
        "bearer the-key, true",
        "Bearer other, false",
        "Bearer, false",
        "Basic the-key, false"
    })
    void takesTheKey(String header, boolean expected) throws Exception {
        // Given
        MockHttpServletRequest request = get("/api/v1/events");
        request.addHeader("Authorization", header);
        // When
        boolean passed = pass(REAL, request);
        // Then
        assertThat(passed).isEqualTo(expected);
    }

    @Test
    void givesAPageOnThisMachineASessionWhileWecomIsSimulated() throws Exception {
        // When
        boolean passed = pass(SIMULATED, get("/"));
        // Then
        assertThat(passed).isTrue();
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("esb-page=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void takesTheSessionForReading() throws Exception {
        // Given
        MockHttpServletRequest request = withSession(get("/api/v1/events"));
        // When
        boolean passed = pass(SIMULATED, request);
        // Then
        assertThat(passed).isTrue();
    }

    @Test
    void takesNoSessionOnceWecomIsReal() throws Exception {
        // Given
        MockHttpServletRequest request = withSession(get("/api/v1/events"));
        // When
        boolean passed = pass(REAL, request);
        // Then
        assertThat(passed).isFalse();
    }

    @Test
    void wantsTheSessionForRest() throws Exception {
        assertThat(pass(SIMULATED, get("/api/v1/events"))).isFalse();
        assertThat(response.getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "192.168.1.5", "localhost.evil.example"})
    void refusesANameThatOnlyLeadsToThisMachine(String host) throws Exception {
        // Given
        MockHttpServletRequest request = withSession(get("/"));
        request.removeHeader("Host");
        request.addHeader("Host", host + ":8080");
        // When
        boolean passed = pass(SIMULATED, request);
        // Then
        assertThat(passed).isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void refusesAnotherMachineAndWhatAProxyPassesOn() throws Exception {
        // Given
        MockHttpServletRequest remote = withSession(get("/"));
        remote.setRemoteAddr("10.0.0.7");
        MockHttpServletRequest proxied = withSession(get("/"));
        proxied.addHeader("X-Forwarded-For", "10.0.0.7");
        // Then
        assertThat(pass(SIMULATED, remote)).isFalse();
        assertThat(pass(SIMULATED, proxied)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, http://localhost:8080, true",
                "same-origin, -, true",
                "-, http://localhost:8080, true",
                "-, -, false",
                "cross-site, http://evil.example, false",
                "same-site, http://localhost:9999, false",
                "-, http://localhost:9999, false",
                "-, null, false",
                "none, -, false"
            })
    void letsOnlyOwnPagesChangeSomething(String site, String origin, boolean expected) throws Exception {
        // Given
        MockHttpServletRequest request = withSession(request("PUT", "/api/v1/configuration/files/rules/x.yaml"));
        addHeader(request, "Sec-Fetch-Site", site);
        addHeader(request, "Origin", origin);
        // When
        boolean passed = pass(SIMULATED, request);
        // Then
        assertThat(passed).isEqualTo(expected);
    }

    @Test
    void keepsTheSimulatorsForThisMachine() throws Exception {
        // Given
        MockHttpServletRequest remote = get("/sandbox/control/state");
        remote.setRemoteAddr("10.0.0.7");
        MockHttpServletRequest foreignPage = get("/sandbox/control/state");
        foreignPage.addHeader("Sec-Fetch-Site", "cross-site");
        // Then
        assertThat(pass(SIMULATED, get("/sandbox/control/state"))).isTrue();
        assertThat(pass(SIMULATED, remote)).isFalse();
        assertThat(pass(SIMULATED, foreignPage)).isFalse();
        assertThat(pass(REAL, get("/sandbox/control/state"))).isFalse();
    }

    @Test
    void letsSimulatorsBesideARealWecomAnswerOnTheirOwnPortOnly() throws Exception {
        // Given
        MockHttpServletRequest own = get("/sandbox/crm/contacts");
        own.setLocalPort(8081);
        MockHttpServletRequest page = get("/");
        page.setLocalPort(8081);
        // Then
        assertThat(pass(BESIDE_REAL, own)).isTrue();
        assertThat(pass(BESIDE_REAL, page)).isFalse();
        assertThat(pass(BESIDE_REAL, get("/sandbox/crm/contacts"))).isFalse();
    }

    @Test
    void showsItsSecretsToNobody() {
        assertThat(KEY.toString() + REAL).doesNotContain("the-key").doesNotContain(KEY.pageSession());
    }

    private boolean pass(DoorSettings settings, MockHttpServletRequest request) throws ServletException, IOException {
        response.reset();
        MockFilterChain chain = new MockFilterChain();
        new Door(KEY, settings).doFilter(request, response, chain);
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest get(String path) {
        return request("GET", path);
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.addHeader("Host", "localhost:8080");
        request.setLocalPort(8080);
        return request;
    }

    private static MockHttpServletRequest withSession(MockHttpServletRequest request) {
        request.setCookies(new Cookie(Caller.COOKIE, KEY.pageSession()));
        return request;
    }

    private static void addHeader(MockHttpServletRequest request, String name, String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }

    private static DoorSettings settings(List<String> simulated, Sandbox sandbox) {
        return new DoorSettings(new Api("the-key"), simulated, sandbox);
    }
}
