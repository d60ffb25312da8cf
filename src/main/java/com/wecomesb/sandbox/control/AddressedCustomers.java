package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.kf.Customers;
import com.wecomesb.sandbox.kf.KfAccount;
import com.wecomesb.sandbox.kf.KfAccounts;
import org.springframework.web.servlet.function.ServerRequest;

/** Which account and which customer a control means. */
@Simulated
class AddressedCustomers {

    private final KfAccounts accounts;

    AddressedCustomers(KfAccounts accounts) {
        this.accounts = accounts;
    }

    /** The one that {@code account} names, else the first. */
    KfAccount account(JsonNode body) {
        String id = body.path("account").asText("");
        if (id.isEmpty()) {
            return accounts.first();
        }
        return accounts.find(id).orElseThrow(() -> new BadRequest("there is no such account"));
    }

    /** The one in the address. */
    String customer(ServerRequest request) {
        return checked(request.pathVariable("customer"));
    }

    /** The one that {@code customer} names. */
    String customer(JsonNode body) {
        return checked(body.path("customer").asText(""));
    }

    private static String checked(String id) {
        if (!Customers.isId(id)) {
            throw new BadRequest("an external_userid begins with wm or wo and has 3 to 64 letters, digits, _ and -");
        }
        return id;
    }
}
