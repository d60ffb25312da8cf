package com.wecomesb.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/rules/explain");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void refusesABodyThatIsTooLarge() throws ServletException, IOException {
        // Given
        request.setContent(new byte[(int) BodyLimit.MAX_BYTES + 1]);
        // When
        filter();
        // Then
        assertThat(response.getStatus()).isEqualTo(413);
    }

    @Test
    void refusesABodyThatDoesNotSayHowLargeItIs() throws ServletException, IOException {
        // Given
        request.addHeader("Transfer-Encoding", "chunked");
        // When
        filter();
        // Then
        assertThat(response.getStatus()).isEqualTo(411);
    }

    @Test
    void letsAnOrdinaryBodyPass() throws ServletException, IOException {
        // Given
        request.setContent(new byte[100]);
        // When
        filter();
        // Then
        assertThat(chain.getRequest()).isNotNull();
    }

    private void filter() throws ServletException, IOException {
        request.setServletPath(request.getRequestURI());
        new BodyLimit().doFilter(request, response, chain);
    }
}
