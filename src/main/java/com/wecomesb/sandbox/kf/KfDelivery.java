package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Content;
import com.wecomesb.sandbox.wecom.Phone;
import com.wecomesb.sandbox.wecom.SentMessages;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings a message that was accepted to the customer's telephone, and knows what its id may look like. */
@Simulated
class KfDelivery {

    private static final Pattern MSGID = Pattern.compile("[0-9a-zA-Z_-]{1,32}");

    private final SentMessages sent;
    private final Ids ids;
    private final SandboxTime time;
    private final Changes changes;

    KfDelivery(SentMessages sent, Ids ids, SandboxTime time, Changes changes) {
        this.sent = sent;
        this.ids = ids;
        this.time = time;
        this.changes = changes;
    }

    /** The caller's message id, a new one if there is none, null if it is not allowed. */
    @Nullable
    String msgid(ApiRequest request) {
        String given = request.text("msgid");
        if (given.isEmpty()) {
            return ids.text("sandbox_");
        }
        return MSGID.matcher(given).matches() ? given : null;
    }

    void deliver(String api, KfAccount account, String customer, String msgid, Content content) {
        sent.add(api, account.id(), customer, msgid, content, null);
        account.session(customer).phone().show(Phone.Bubble.ofBot(content, time.now(), msgid));
        changes.note("chat", customer);
    }
}
