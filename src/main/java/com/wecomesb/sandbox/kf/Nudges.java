package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.callback.Callback;
import com.wecomesb.sandbox.callback.CallbackSender;
import com.wecomesb.sandbox.callback.PlainXml;
import com.wecomesb.sandbox.wecom.WecomApps;

/** {@code kf_msg_or_event}: tells the app that there is something to pull, and nothing more (W94670). */
@Simulated
class Nudges {

    private final CallbackSender sender;
    private final WecomApps apps;
    private final SyncTokens tokens;
    private final SandboxTime time;

    Nudges(CallbackSender sender, WecomApps apps, SyncTokens tokens, SandboxTime time) {
        this.sender = sender;
        this.apps = apps;
        this.tokens = tokens;
        this.time = time;
    }

    /**
     * Sends one; in no lane, because it does not matter which of two arrives first.
     *
     * @param msgid of what there is to pull
     */
    void send(KfAccount account, String msgid, int times) {
        String plaintext = new PlainXml()
                .text("ToUserName", apps.corpId())
                .number("CreateTime", time.seconds())
                .text("MsgType", "event")
                .text("Event", "kf_msg_or_event")
                .text("Token", tokens.issue(account))
                .text("OpenKfId", account.id())
                .toString();
        apps.named(account.app())
                .ifPresent(app -> sender.send(new Callback(app, plaintext, false, msgid, null, times)));
    }
}
