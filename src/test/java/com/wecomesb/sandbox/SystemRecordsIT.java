package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.sandbox.RunningSandbox.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the simulated systems keep and find. */
class SystemRecordsIT extends SandboxSystems {

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
}
