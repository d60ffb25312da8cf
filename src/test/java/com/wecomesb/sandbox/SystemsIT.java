package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.sandbox.RunningSandbox.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated CRM, shop and ticket system, and what their switches do to them. */
class SystemsIT {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Answer token(String system, String form, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return sandbox.send("POST", "/sandbox/" + system + "/oauth2/token", form, all);
    }

    private static String token(String system) {
        return token(system, "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox-secret")
                .json()
                .path("access_token")
                .asText();
    }

    private static Answer call(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token(path.split("/")[0]);
        all[headers.length + 2] = "Content-Type";
        all[headers.length + 3] = "application/json";
        return sandbox.send(method, "/sandbox/" + path, body, all);
    }

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

    @Test
    void keepsOneContactForEachExternalId() {
        // When
        Answer created = call("PUT", "crm/contacts/wm王芳", "{\"name\":\"王芳\",\"phone\":\"13800138000\"}");
        Answer replaced = call("PUT", "crm/contacts/wm王芳", "{\"name\":\"王芳芳\",\"phones\":[\"13900139000\"]}");
        Answer read = call("GET", "crm/contacts/wm王芳", "");

        // Then
        assertThat(created.status()).isEqualTo(201);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().path("id")).isEqualTo(created.json().path("id"));
        assertThat(read.json()).isEqualTo(replaced.json());
        assertThat(read.json().path("externalId").asText()).isEqualTo("wm王芳");
        assertThat(read.json().path("version").asInt()).isEqualTo(2);
        assertThat(sandbox.count("contacts")).isEqualTo(1);
    }

    @Test
    void findsContactsByTheirPresentPhone() {
        // Given
        call("PUT", "crm/contacts/wmA", "{\"name\":\"A\",\"phone\":\"13800138000\"}");
        call("PUT", "crm/contacts/wmA", "{\"name\":\"A\",\"phone\":\"13900139000\"}");

        // When
        Answer before = call("GET", "crm/contacts?phone=13800138000", "");
        Answer now = call("GET", "crm/contacts?phone=13900139000", "");

        // Then
        assertThat(before.json().path("items")).isEmpty();
        assertThat(now.json().path("items").path(0).path("externalId").asText()).isEqualTo("wmA");
    }

    @Test
    void writesOverTheVersionThatWasReadOnly() {
        // Given
        call("PUT", "crm/contacts/wmA", "{\"name\":\"A\"}");

        // When
        Answer first = call("PUT", "crm/contacts/wmA", "{\"name\":\"B\"}", "If-Match", "\"1\"");
        Answer second = call("PUT", "crm/contacts/wmA", "{\"name\":\"C\"}", "If-Match", "\"1\"");

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.http().headers().firstValue("ETag")).contains("\"2\"");
        assertThat(second.status()).isEqualTo(412);
    }

    @Test
    void namesEveryMistakeOfADocument() {
        // When
        Answer contact = call("PUT", "crm/contacts/wmA", "{\"phone\":\"call me\",\"email\":\"at home\"}");
        Answer ticket = call("POST", "ticket/tickets", "{\"priority\":\"whenever\"}");
        Answer broken = call("POST", "ticket/tickets", "{\"subject\"");

        // Then
        assertThat(contact.status()).isEqualTo(422);
        assertThat(contact.json().path("errors").findValuesAsText("field")).containsExactly("phone", "email");
        assertThat(ticket.json().path("errors").findValuesAsText("field")).containsExactly("subject", "priority");
        assertThat(broken.status()).isEqualTo(400);
    }

    @Test
    void opensOneTicketForEachKey() {
        // When
        Answer first =
                call("POST", "ticket/tickets", "{\"subject\":\"退货\",\"externalId\":\"a1\"}", "Idempotency-Key", "a1");
        Answer again =
                call("POST", "ticket/tickets", "{\"subject\":\"退货\",\"externalId\":\"a1\"}", "Idempotency-Key", "a1");
        Answer found = call("GET", "ticket/tickets?externalId=a1", "");

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(found.json().path("items")).hasSize(1);
        assertThat(sandbox.count("tickets")).isEqualTo(1);
    }

    @Test
    void opensTwoTicketsWithoutAKey() {
        // When
        call("POST", "ticket/tickets", "{\"subject\":\"退货\",\"externalId\":\"a1\"}");
        call("POST", "ticket/tickets", "{\"subject\":\"退货\",\"externalId\":\"a1\"}");

        // Then
        assertThat(sandbox.count("tickets")).isEqualTo(2);
    }

    @Test
    void addsACommentOnceForEachKey() {
        // Given
        String id = call("POST", "ticket/tickets", "{\"subject\":\"退货\"}")
                .json()
                .path("id")
                .asText();
        String comments = "ticket/tickets/" + id + "/comments";

        // When
        Answer first = call("POST", comments, "{\"text\":\"客户催了\",\"externalId\":\"c1\"}", "Idempotency-Key", "c1");
        Answer again = call("POST", comments, "{\"text\":\"客户催了\",\"externalId\":\"c1\"}", "Idempotency-Key", "c1");
        Answer nowhere = call("POST", "ticket/tickets/7/comments", "{\"text\":\"客户催了\"}");

        // Then
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(call("GET", "ticket/tickets/" + id, "")
                        .json()
                        .path("comments")
                        .findValuesAsText("externalId"))
                .containsExactly("c1");
    }

    @Test
    void readsOrdersByNumberAndBuyer() {
        // When
        Answer order = call("GET", "shop/orders/20261120001", "");
        Answer missing = call("GET", "shop/orders/99999999", "");
        Answer ofBuyer = call("GET", "shop/orders?buyer=" + SandboxDefaults.CUSTOMER, "");

        // Then
        assertThat(order.json().path("logistics").path("company").asText()).isEqualTo("顺丰速运");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("error").asText()).isEqualTo("not_found");
        assertThat(ofBuyer.json().path("items")).hasSize(2);
    }

    @Test
    void changesAnOrder() {
        // When
        sandbox.control("PUT", "/orders/20261120001", Map.of("status", "delivered", "statusText", "已签收"));

        // Then
        assertThat(call("GET", "shop/orders/20261120001", "")
                        .json()
                        .path("statusText")
                        .asText())
                .isEqualTo("已签收");
        assertThat(sandbox.look("/orders").path("items").path(0).path("orderNo").asText())
                .isEqualTo("20261120001");
    }

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
