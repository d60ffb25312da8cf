package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Errcode;
import org.jspecify.annotations.Nullable;

/** {@code kf/service_state/trans} (W94669). What the API changes is no event: only what servicers do is one. */
@Simulated
class ServiceStateTrans implements ApiCall {

    private final KfAccounts accounts;
    private final Customers customers;
    private final Servicers servicers;
    private final MsgCodes codes;
    private final SandboxTime time;
    private final Changes changes;

    ServiceStateTrans(
            KfAccounts accounts,
            Customers customers,
            Servicers servicers,
            MsgCodes codes,
            SandboxTime time,
            Changes changes) {
        this.accounts = accounts;
        this.customers = customers;
        this.servicers = servicers;
        this.codes = codes;
        this.time = time;
        this.changes = changes;
    }

    @Override
    public String path() {
        return "kf/service_state/trans";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        ServiceState next = ServiceState.of(request.body().path("service_state").asInt(-1));
        if (next == null) {
            return ApiAnswer.error(Errcode.WRONG_PARAMETER);
        }
        Errcode fault = fault(request, next);
        return fault == null ? moved(request, next) : ApiAnswer.error(fault);
    }

    private @Nullable Errcode fault(ApiRequest request, ServiceState next) {
        Errcode fault = accounts.fault(request.text("open_kfid"), request.app());
        if (fault == null && customers.find(request.text("external_userid")) == null) {
            fault = Errcode.WRONG_EXTERNAL_USER;
        }
        if (fault == null && next == ServiceState.HUMAN) {
            fault = servicerFault(request.text("servicer_userid"));
        }
        return fault;
    }

    private @Nullable Errcode servicerFault(String servicer) {
        if (servicer.isEmpty()) {
            return Errcode.WRONG_USER;
        }
        if (!servicers.contains(servicer)) {
            return Errcode.NOT_A_SERVICER;
        }
        return servicers.isServing(servicer) ? null : Errcode.SERVICER_STOPPED;
    }

    private ApiAnswer moved(ApiRequest request, ServiceState next) {
        KfAccount account = accounts.get(request.text("open_kfid"));
        String customer = request.text("external_userid");
        Errcode fault = account.session(customer).transfer(next, request.text("servicer_userid"), time.millis());
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        changes.note("chat", customer);
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        MsgCodes.Occasion occasion = switch (next) {
            case POOL -> MsgCodes.Occasion.PUT_INTO_POOL;
            case HUMAN -> MsgCodes.Occasion.TAKEN;
            case ENDED -> MsgCodes.Occasion.ENDED;
            case NEW, ASSISTANT -> null;
        };
        if (occasion != null) {
            fields.put("msg_code", codes.issue(occasion, account, customer));
        }
        return ApiAnswer.ok(fields);
    }
}
