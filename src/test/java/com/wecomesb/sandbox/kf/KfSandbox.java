package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.RunningSandbox;
import com.wecomesb.sandbox.SandboxDefaults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** The API of the simulated 微信客服. The tests of its parts share one that runs; each begins with nothing in it. */
abstract class KfSandbox {

    static final String CUSTOMER = SandboxDefaults.CUSTOMER;

    static final RunningSandbox sandbox = RunningSandbox.start(
            "esb.sandbox.limits.empty-page-every=0", "esb.sandbox.limits.tokenless-syncs-per-minute=8");

    @BeforeEach
    void reset() {
        sandbox.reset();
        // A window of its own for the limit of pulling without a token.
        sandbox.advance(Duration.ofMinutes(2));
    }

    static JsonNode sync(Map<String, Object> fields) {
        Map<String, Object> request = new HashMap<>(fields);
        request.put("open_kfid", SandboxDefaults.KF_ACCOUNT);
        return sandbox.wecom("kf/sync_msg", request);
    }

    static JsonNode send(Map<String, Object> change) {
        Map<String, Object> request = new HashMap<>();
        request.put("touser", CUSTOMER);
        request.put("open_kfid", SandboxDefaults.KF_ACCOUNT);
        request.put("msgtype", "text");
        request.put("text", Map.of("content", "七天内可无理由退换"));
        request.putAll(change);
        return sandbox.wecom("kf/send_msg", request);
    }

    static JsonNode sendOn(String code, String text) {
        return sandbox.wecom(
                "kf/send_msg_on_event", Map.of("code", code, "msgtype", "text", "text", Map.of("content", text)));
    }

    static JsonNode move(int state, String servicer) {
        return sandbox.wecom(
                "kf/service_state/trans",
                Map.of(
                        "open_kfid", SandboxDefaults.KF_ACCOUNT,
                        "external_userid", CUSTOMER,
                        "service_state", state,
                        "servicer_userid", servicer));
    }

    static int state() {
        return sandbox.look("/chats/" + CUSTOMER).path("serviceState").asInt();
    }

    static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt();
    }
}
