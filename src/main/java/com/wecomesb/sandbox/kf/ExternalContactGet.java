package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Errcode;

/** {@code externalcontact/get} (W92114) in short: the first servicer has added every customer. */
@Simulated
class ExternalContactGet implements ApiCall {

    private final Customers customers;
    private final Servicers servicers;

    ExternalContactGet(Customers customers, Servicers servicers) {
        this.customers = customers;
        this.servicers = servicers;
    }

    @Override
    public String path() {
        return "externalcontact/get";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        String id = request.parameter("external_userid");
        if (!Customers.isId(id)) {
            return ApiAnswer.error(Errcode.WRONG_EXTERNAL_USER);
        }
        Customers.Customer customer = customers.find(id);
        if (customer == null) {
            return ApiAnswer.error(Errcode.NO_CONTACT_RELATION);
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.putObject("external_contact")
                .put("external_userid", id)
                .put("name", customer.name())
                .put("avatar", customer.avatar())
                .put("type", 1)
                .put("gender", 0)
                .put("unionid", customer.unionid());
        fields.putArray("follow_user")
                .addObject()
                .put("userid", servicers.all().get(0))
                .put("remark", customer.name())
                .put("createtime", customer.lastSeen() / 1000)
                .putArray("tags");
        return ApiAnswer.ok(fields);
    }
}
