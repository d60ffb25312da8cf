package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Errcode;

/** {@code kf/customer/batchget} (W95159): who wrote or entered within 48 hours. */
@Simulated
class CustomerBatchGet implements ApiCall {

    private static final int MOST = 100;

    private final Customers customers;
    private final SandboxTime time;

    CustomerBatchGet(Customers customers, SandboxTime time) {
        this.customers = customers;
        this.time = time;
    }

    @Override
    public String path() {
        return "kf/customer/batchget";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        JsonNode wanted = request.body().path("external_userid_list");
        if (!wanted.isArray() || wanted.isEmpty() || wanted.size() > MOST) {
            return ApiAnswer.error(Errcode.WRONG_PARAMETER);
        }
        boolean withContext = request.body().path("need_enter_session_context").asInt(0) == 1;
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ArrayNode found = fields.putArray("customer_list");
        ArrayNode invalid = JsonNodeFactory.instance.arrayNode();
        for (JsonNode id : wanted) {
            Customers.Customer customer = customers.find(id.asText());
            if (customer == null || time.millis() - customer.lastSeen() > KfSession.WINDOW.toMillis()) {
                invalid.add(id.asText());
            } else {
                describe(customer, withContext, found.addObject());
            }
        }
        if (!invalid.isEmpty()) {
            fields.set("invalid_external_userid", invalid);
        }
        return ApiAnswer.ok(fields);
    }

    private static void describe(Customers.Customer customer, boolean withContext, ObjectNode description) {
        description
                .put("external_userid", customer.id())
                .put("nickname", customer.name())
                .put("avatar", customer.avatar())
                .put("gender", 0)
                .put("unionid", customer.unionid());
        if (withContext) {
            description.putObject("enter_session_context").put("scene", CustomerActs.SCENE);
        }
    }
}
