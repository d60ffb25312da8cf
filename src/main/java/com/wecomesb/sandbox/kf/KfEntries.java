package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.BoundedLog;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import org.jspecify.annotations.Nullable;

/** Writes into the accounts' logs what {@code kf/sync_msg} gives out (W94670), and keeps who wrote what. */
@Simulated
public class KfEntries {

    private static final int CUSTOMER = 3;
    private static final int SYSTEM = 4;
    private static final int SERVICER = 5;

    private final Ids ids;
    private final BoundedLog<Written> written;

    KfEntries(Ids ids, SandboxSettings settings) {
        this.ids = ids;
        this.written = new BoundedLog<>(settings.keep());
    }

    /** A message that a customer wrote. */
    public record Written(
            String msgid,
            String account,
            String customer,
            String type,
            @Nullable String text) {}

    /** @param sendTime in seconds */
    String fromCustomer(KfAccount account, String customer, long sendTime, KfMessage message) {
        String msgid = append(account, customer, sendTime, CUSTOMER, null, message);
        written.add(new Written(msgid, account.id(), customer, message.type(), message.words()));
        return msgid;
    }

    String fromServicer(KfAccount account, String customer, long sendTime, String servicer, KfMessage message) {
        return append(account, customer, sendTime, SERVICER, servicer, message);
    }

    private String append(
            KfAccount account,
            String customer,
            long sendTime,
            int origin,
            @Nullable String servicer,
            KfMessage message) {
        String msgid = ids.text("sandbox_kf_");
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("msgid", msgid);
        entry.put("open_kfid", account.id());
        entry.put("external_userid", customer);
        entry.put("send_time", sendTime);
        entry.put("origin", origin);
        if (servicer != null) {
            entry.put("servicer_userid", servicer);
        }
        entry.put("msgtype", message.type());
        entry.set(message.type(), message.body());
        account.log().append(sendTime, entry);
        return msgid;
    }

    /** An event's open_kfid and external_userid are inside of it only. */
    String event(KfAccount account, long sendTime, ObjectNode event) {
        String msgid = ids.text("sandbox_kf_");
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("msgid", msgid);
        entry.put("send_time", sendTime);
        entry.put("origin", SYSTEM);
        entry.put("msgtype", "event");
        entry.set("event", event);
        account.log().append(sendTime, entry);
        return msgid;
    }

    /** What customers wrote, in order. */
    public Iterable<Written> written() {
        return written;
    }

    public long total() {
        return written.total();
    }

    public void clear() {
        written.clear();
    }
}
