package com.wecomesb.sandbox;

import java.util.List;
import java.util.Map;

/**
 * What the simulators are called when nobody says otherwise; a bus that talks to them is configured with the same. None
 * of it protects anything: the simulators listen on the loopback address only.
 */
public final class SandboxDefaults {

    public static final String CORP_ID = "ww5a4db0c0ffee0001";

    /** The name of the one app, on both sides: {@code esb.sandbox.apps.sandbox} and {@code esb.wecom.apps.sandbox}. */
    public static final String APP = "sandbox";

    public static final int AGENT_ID = 1000002;
    public static final String APP_SECRET = "sandbox-app-secret-that-protects-nothing";
    public static final String TOKEN = "sandboxCallbackToken";
    public static final String ENCODING_AES_KEY = "sandboxKeyThatProtectsNothing0123456789ABCD";

    public static final String KF_ACCOUNT = "wkSandboxFlagship";
    public static final String KF_ACCOUNT_NAME = "旗舰店客服";
    public static final String CUSTOMER = "wmSandboxWangFang";
    public static final String CUSTOMER_NAME = "王芳";

    public static final List<String> SERVICERS = List.of("zhangsan", "lisi");
    public static final Map<String, String> MEMBERS =
            Map.of("zhangsan", "张三", "lisi", "李四", "wangwu", "王五", "zhaoliu", "赵六");

    /** Client credentials of the simulated CRM, shop and ticket system. */
    public static final String CLIENT_ID = "sandbox";

    public static final String CLIENT_SECRET = "sandbox-secret";

    /** What the simulated systems sign their webhooks with: {@code esb.systems.NAME.webhook-secret}. */
    public static final String WEBHOOK_SECRET = "sandbox-webhook-secret";

    private SandboxDefaults() {}

    /** For {@code esb.wecom.api-url}. */
    public static String wecomUrl(int port) {
        return "http://127.0.0.1:" + port + "/sandbox/wecom";
    }

    /** For {@code esb.systems.NAME.url}. */
    public static String systemUrl(SimulatedSystem system, int port) {
        return "http://127.0.0.1:" + port + SandboxConfiguration.ROOT + system.word();
    }
}
