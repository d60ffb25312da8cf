package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Errcode;

/** {@code kf/servicer/list} (W94645): 0 serves, 1 has stopped, unlike in the event. */
@Simulated
class ServicerList implements ApiCall {

    private final KfAccounts accounts;
    private final Servicers servicers;

    ServicerList(KfAccounts accounts, Servicers servicers) {
        this.accounts = accounts;
        this.servicers = servicers;
    }

    @Override
    public String path() {
        return "kf/servicer/list";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        Errcode fault = accounts.fault(request.parameter("open_kfid"), request.app());
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ArrayNode list = fields.putArray("servicer_list");
        for (String userid : servicers.all()) {
            ObjectNode servicer = list.addObject().put("userid", userid);
            if (servicers.isServing(userid)) {
                servicer.put("status", 0);
            } else {
                servicer.put("status", 1).put("stop_type", 0);
            }
        }
        return ApiAnswer.ok(fields);
    }
}
