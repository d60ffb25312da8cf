package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.Phone;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What customers do in WeChat. */
@Simulated
public class CustomerActs {

    /** Of the link by which they enter. */
    static final String SCENE = "sandbox";

    private final Customers customers;
    private final KfEntries entries;
    private final Nudges nudges;
    private final MsgCodes codes;
    private final SandboxTime time;
    private final Changes changes;

    CustomerActs(
            Customers customers, KfEntries entries, Nudges nudges, MsgCodes codes, SandboxTime time, Changes changes) {
        this.customers = customers;
        this.entries = entries;
        this.nudges = nudges;
        this.codes = codes;
        this.time = time;
        this.changes = changes;
    }

    /**
     * A customer writes.
     *
     * @param name what they call themselves in WeChat; null to leave it
     * @param nudges how often the callback for it is sent; 0 for never
     * @return the message's id
     */
    public String write(KfAccount account, String customer, @Nullable String name, KfMessage message, int nudges) {
        String msgid = wrote(account, customer, name, message, time.millis());
        if (nudges > 0) {
            this.nudges.send(account, msgid, nudges);
        }
        return msgid;
    }

    /** The same some time ago, and nobody was told. */
    public String wroteBefore(
            KfAccount account, String customer, @Nullable String name, KfMessage message, Duration ago) {
        return wrote(account, customer, name, message, time.millis() - ago.toMillis());
    }

    private String wrote(KfAccount account, String customer, @Nullable String name, KfMessage message, long at) {
        customers.seen(customer, name, at);
        KfSession session = account.session(customer);
        session.customerWrote(at);
        String msgid = entries.fromCustomer(account, customer, at / 1000, message);
        Instant when = Instant.ofEpochMilli(at);
        session.phone().show(Phone.Bubble.of("customer", message.type(), message.words(), when, msgid));
        changes.note("chat", customer);
        return msgid;
    }

    /** A customer opens the chat by a link; there is a welcome code if a welcome is due. */
    public String enter(KfAccount account, String customer, @Nullable String name) {
        customers.seen(customer, name, time.millis());
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event_type", "enter_session");
        event.put("open_kfid", account.id());
        event.put("external_userid", customer);
        event.put("scene", SCENE);
        if (account.session(customer).customerEntered(time.millis())) {
            event.put("welcome_code", codes.issue(MsgCodes.Occasion.ENTERED, account, customer));
        }
        String msgid = entries.event(account, time.seconds(), event);
        nudges.send(account, msgid, 1);
        changes.note("chat", customer);
        return msgid;
    }
}
