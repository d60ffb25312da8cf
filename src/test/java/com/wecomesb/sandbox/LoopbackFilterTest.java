package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackFilterTest {

    private static int statusFor(String address, String serverName) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sandbox/control/state");
        request.setRemoteAddr(address);
        request.setServerName(serverName);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LoopbackFilter().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, localhost", "127.0.0.1, 127.0.0.1", "0:0:0:0:0:0:0:1, [::1]"})
    void letsThisMachineIn(String address, String serverName) throws ServletException, IOException {
        // When / Then
        assertThat(statusFor(address, serverName)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7, localhost", "192.168.1.5, 192.168.1.2", "2001:db8::1, localhost"})
    void refusesOtherMachines(String address, String serverName) throws ServletException, IOException {
        // When / Then
        assertThat(statusFor(address, serverName)).isEqualTo(403);
    }

    @Test
    void refusesAPageWhoseNameLeadsHere() throws ServletException, IOException {
        // When / Then
        assertThat(statusFor("127.0.0.1", "evil.example")).isEqualTo(403);
    }
}
