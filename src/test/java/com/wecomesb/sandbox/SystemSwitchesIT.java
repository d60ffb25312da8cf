package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.sandbox.RunningSandbox.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the switches of a simulated system do to it. */
class SystemSwitchesIT extends SandboxSystems {

    @Test
    void isDownAloneWhenItsSwitchSaysSo() {
        // When
        sandbox.control("PUT", "/switches/crm", Map.of("mode", "down", "status", 500));

        // Then
        assertThat(call("GET", "crm/contacts", "").status()).isEqualTo(500);
        assertThat(call("GET", "shop/orders", "").status()).isEqualTo(200);
    }

    @Test
    void saysWhenToComeBackWhenThrottled() {
        // When
        sandbox.control("PUT", "/switches/shop", Map.of("mode", "throttled", "retryAfter", 7));

        // Then
        Answer answer = call("GET", "shop/orders", "");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.http().headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void closesTheConnectionWhenItRefuses() {
        // When
        sandbox.turn("ticket", "refuse");

        // Then
        assertThatThrownBy(() -> sandbox.send("GET", "/sandbox/ticket/tickets", ""))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(call("GET", "shop/orders", "").status()).isEqualTo(200);
    }

    @Test
    void answersLateWhenItIsSlow() {
        // Given
        sandbox.control("PUT", "/switches/shop", Map.of("mode", "slow", "latencyMs", 300));
        long start = System.nanoTime();

        // When
        Answer answer = sandbox.send("GET", "/sandbox/shop/orders", "");

        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void isWellAgainByItself() {
        // Given
        String until = sandbox.look("/state").path("now").asText();
        sandbox.control("PUT", "/switches/crm", Map.of("mode", "down", "until", until));

        // When
        Answer answer = call("GET", "crm/contacts", "");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(sandbox.look("/state")
                        .path("switches")
                        .path("crm")
                        .path("mode")
                        .asText())
                .isEqualTo("ok");
    }
}
