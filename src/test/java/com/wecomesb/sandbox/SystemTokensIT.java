package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.sandbox.RunningSandbox.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Who is let into a simulated system. */
class SystemTokensIT extends SandboxSystems {

    @Test
    void givesTokensToItsClientOnly() {
        // Given
        String basic = Base64.getEncoder().encodeToString("sandbox:sandbox-secret".getBytes(StandardCharsets.UTF_8));

        // When
        Answer byHeader = token("crm", "grant_type=client_credentials", "Authorization", "Basic " + basic);
        Answer stranger = token("crm", "grant_type=client_credentials&client_id=sandbox&client_secret=x");
        Answer password = token("crm", "grant_type=password&username=a&password=b");

        // Then
        assertThat(byHeader.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(password.status()).isEqualTo(400);
    }

    @Test
    void letsNobodyInWithoutATokenOfTheSameSystem() {
        // When
        Answer none = sandbox.send("GET", "/sandbox/crm/contacts/x", "");
        Answer ofShop = sandbox.send("GET", "/sandbox/crm/contacts/x", "", "Authorization", "Bearer " + token("shop"));

        // Then
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.http().headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(ofShop.status()).isEqualTo(401);
    }

    @Test
    void forgetsTokensAfterAnHourAndWhenTold() {
        // Given
        String old = token("crm");
        sandbox.advance(Duration.ofMinutes(61));
        String fresh = token("crm");

        // When
        Answer late = sandbox.send("GET", "/sandbox/crm/contacts", "", "Authorization", "Bearer " + old);
        Answer inTime = sandbox.send("GET", "/sandbox/crm/contacts", "", "Authorization", "Bearer " + fresh);
        sandbox.turn("crm", "expire-tokens");
        Answer expired = sandbox.send("GET", "/sandbox/crm/contacts", "", "Authorization", "Bearer " + fresh);

        // Then
        assertThat(late.status()).isEqualTo(401);
        assertThat(inTime.status()).isEqualTo(200);
        assertThat(expired.status()).isEqualTo(401);
    }
}
