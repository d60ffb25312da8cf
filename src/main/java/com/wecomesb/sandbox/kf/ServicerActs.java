package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.Errcode;
import com.wecomesb.sandbox.wecom.Phone;
import org.jspecify.annotations.Nullable;

/** What servicers do in the WeCom client: these are events, unlike what the API does (W94670). */
@Simulated
public class ServicerActs {

    private static final int TAKEN = 1;
    private static final int TRANSFERRED = 2;
    private static final int ENDED = 3;
    private static final int REOPENED = 4;

    private final Servicers servicers;
    private final KfAccounts accounts;
    private final KfEntries entries;
    private final Nudges nudges;
    private final MsgCodes codes;
    private final SandboxTime time;
    private final Changes changes;

    ServicerActs(
            Servicers servicers,
            KfAccounts accounts,
            KfEntries entries,
            Nudges nudges,
            MsgCodes codes,
            SandboxTime time,
            Changes changes) {
        this.servicers = servicers;
        this.accounts = accounts;
        this.entries = entries;
        this.nudges = nudges;
        this.codes = codes;
        this.time = time;
        this.changes = changes;
    }

    /** Takes the customer out of the pool; false if they are not in it. */
    public boolean take(KfAccount account, String customer, String servicer) {
        KfSession session = account.session(customer);
        if (session.state(time.millis()) != ServiceState.POOL || !move(session, ServiceState.HUMAN, servicer)) {
            return false;
        }
        ObjectNode event = changed(account, customer, TAKEN, null, servicer);
        event.put("msg_code", codes.issue(MsgCodes.Occasion.TAKEN, account, customer));
        tell(account, customer, event);
        return true;
    }

    /** Hands the customer to a colleague; false if no servicer has them, or the colleague has them already. */
    public boolean transfer(KfAccount account, String customer, String to) {
        KfSession session = account.session(customer);
        String from = session.servicer();
        if (from == null || !move(session, ServiceState.HUMAN, to)) {
            return false;
        }
        tell(account, customer, changed(account, customer, TRANSFERRED, from, to));
        return true;
    }

    /** Ends the session; false if no servicer has the customer. */
    public boolean end(KfAccount account, String customer) {
        KfSession session = account.session(customer);
        String from = session.servicer();
        if (from == null || !move(session, ServiceState.ENDED, null)) {
            return false;
        }
        ObjectNode event = changed(account, customer, ENDED, from, null);
        event.put("msg_code", codes.issue(MsgCodes.Occasion.ENDED, account, customer));
        tell(account, customer, event);
        return true;
    }

    private boolean move(KfSession session, ServiceState next, @Nullable String servicer) {
        Errcode fault = session.transfer(next, servicer, time.millis());
        return fault == null;
    }

    /** Writes to the customer, which opens an ended session again; the message's id, or null if it is not theirs. */
    public @Nullable String write(KfAccount account, String customer, String servicer, String text) {
        KfSession session = account.session(customer);
        if (session.reopen(servicer, time.millis())) {
            tell(account, customer, changed(account, customer, REOPENED, servicer, servicer));
        } else if (!servicer.equals(session.servicer())) {
            return null;
        }
        KfMessage message = KfMessage.text(text);
        String msgid = entries.fromServicer(account, customer, time.seconds(), servicer, message);
        session.phone().show(Phone.Bubble.of("servicer", "text", text, time.now(), msgid));
        nudges.send(account, msgid, 1);
        changes.note("chat", customer);
        return msgid;
    }

    /** Begins or stops to serve, on every account; in the event 1 is serving and 2 is stopped. */
    public void setServing(String servicer, boolean serving) {
        servicers.setServing(servicer, serving);
        for (KfAccount account : accounts.all()) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("event_type", "servicer_status_change");
            event.put("servicer_userid", servicer);
            event.put("status", serving ? 1 : 2);
            event.put("stop_type", 0);
            event.put("open_kfid", account.id());
            nudges.send(account, entries.event(account, time.seconds(), event), 1);
        }
    }

    private static ObjectNode changed(
            KfAccount account, String customer, int type, @Nullable String from, @Nullable String to) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event_type", "session_status_change");
        event.put("open_kfid", account.id());
        event.put("external_userid", customer);
        event.put("change_type", type);
        if (from != null) {
            event.put("old_servicer_userid", from);
        }
        if (to != null) {
            event.put("new_servicer_userid", to);
        }
        return event;
    }

    private void tell(KfAccount account, String customer, ObjectNode event) {
        nudges.send(account, entries.event(account, time.seconds(), event), 1);
        changes.note("chat", customer);
    }
}
