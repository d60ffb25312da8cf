package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Content;
import com.wecomesb.sandbox.wecom.Errcode;

/** {@code kf/send_msg_on_event} (W95122); which error a bad code gives is not published, here it is 41050. */
@Simulated
class SendMsgOnEvent implements ApiCall {

    private final MsgCodes codes;
    private final KfContent contents;
    private final KfDelivery delivery;
    private final SandboxTime time;

    SendMsgOnEvent(MsgCodes codes, KfContent contents, KfDelivery delivery, SandboxTime time) {
        this.codes = codes;
        this.contents = contents;
        this.delivery = delivery;
        this.time = time;
    }

    @Override
    public String path() {
        return "kf/send_msg_on_event";
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        String code = request.text("code");
        if (code.isEmpty()) {
            return ApiAnswer.error(Errcode.CODE_MISSING);
        }
        MsgCodes.Grant grant = codes.find(code);
        if (grant == null || !isStillThere(grant)) {
            return ApiAnswer.error(Errcode.CODE_INVALID);
        }
        Content content = Content.of(request.body());
        Errcode fault = grant.occasion().allows(content.type()) ? contents.fault(content) : Errcode.WRONG_MESSAGE_TYPE;
        String msgid = delivery.msgid(request);
        if (fault != null || msgid == null) {
            return ApiAnswer.error(fault == null ? Errcode.WRONG_PARAMETER : fault);
        }
        return sent(code, grant, msgid, content);
    }

    private boolean isStillThere(MsgCodes.Grant grant) {
        KfSession session = grant.account().session(grant.customer());
        return grant.occasion().allows(session.state(time.millis()));
    }

    private ApiAnswer sent(String code, MsgCodes.Grant grant, String msgid, Content content) {
        if (!grant.account().claim(msgid)) {
            return ApiAnswer.error(Errcode.DUPLICATE_MESSAGE_ID);
        }
        if (!codes.redeem(code)) {
            return ApiAnswer.error(Errcode.CODE_INVALID);
        }
        delivery.deliver(path(), grant.account(), grant.customer(), msgid, content);
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("msgid", msgid));
    }
}
