package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Content;
import com.wecomesb.sandbox.wecom.Errcode;
import org.jspecify.annotations.Nullable;

/** {@code kf/send_msg} (W94677). */
@Simulated
class SendMsg implements ApiCall {

    private final KfAccounts accounts;
    private final Customers customers;
    private final KfContent contents;
    private final KfDelivery delivery;
    private final SandboxTime time;

    SendMsg(KfAccounts accounts, Customers customers, KfContent contents, KfDelivery delivery, SandboxTime time) {
        this.accounts = accounts;
        this.customers = customers;
        this.contents = contents;
        this.delivery = delivery;
        this.time = time;
    }

    @Override
    public String path() {
        return "kf/send_msg";
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        Content content = Content.of(request.body());
        Errcode fault = fault(request, content);
        String msgid = delivery.msgid(request);
        if (fault != null || msgid == null) {
            return ApiAnswer.error(fault == null ? Errcode.WRONG_PARAMETER : fault);
        }
        KfAccount account = accounts.get(request.text("open_kfid"));
        String customer = request.text("touser");
        fault = account.send(customer, msgid, time.millis());
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        delivery.deliver(path(), account, customer, msgid, content);
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("msgid", msgid));
    }

    private @Nullable Errcode fault(ApiRequest request, Content content) {
        Errcode fault = accounts.fault(request.text("open_kfid"), request.app());
        if (fault == null && customers.find(request.text("touser")) == null) {
            fault = Errcode.WRONG_EXTERNAL_USER;
        }
        return fault == null ? contents.fault(content) : fault;
    }
}
