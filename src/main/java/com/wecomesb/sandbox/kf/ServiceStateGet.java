package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Errcode;

/** {@code kf/service_state/get} (W94669). */
@Simulated
class ServiceStateGet implements ApiCall {

    private final KfAccounts accounts;
    private final Customers customers;
    private final SandboxTime time;

    ServiceStateGet(KfAccounts accounts, Customers customers, SandboxTime time) {
        this.accounts = accounts;
        this.customers = customers;
        this.time = time;
    }

    @Override
    public String path() {
        return "kf/service_state/get";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        Errcode fault = accounts.fault(request.text("open_kfid"), request.app());
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        String customer = request.text("external_userid");
        if (customers.find(customer) == null) {
            return ApiAnswer.error(Errcode.WRONG_EXTERNAL_USER);
        }
        KfSession session = accounts.get(request.text("open_kfid")).session(customer);
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("service_state", session.state(time.millis()).code());
        String servicer = session.servicer();
        if (servicer != null) {
            fields.put("servicer_userid", servicer);
        }
        return ApiAnswer.ok(fields);
    }
}
