package com.wecomesb.sandbox.wecom;

import com.wecomesb.sandbox.BoundedLog;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Every message that a bus has sent and WeCom has accepted, one entry for each recipient. */
@Simulated
public class SentMessages {

    private final BoundedLog<Sent> log;
    private final AtomicLong delivered = new AtomicLong();
    private final SandboxTime time;

    SentMessages(SandboxSettings settings, SandboxTime time) {
        this.log = new BoundedLog<>(settings.keep());
        this.time = time;
    }

    /**
     * One message to one recipient.
     *
     * @param api the path of the call
     * @param account the agent's number or the open_kfid
     * @param text after cutting; null for what has none
     * @param dropped why it did not arrive although the call was answered with success; null if it arrived
     */
    public record Sent(
            Instant at,
            String api,
            String account,
            String to,
            String msgid,
            String type,
            @Nullable String text,
            @Nullable String dropped) {}

    public void add(String api, String account, String to, String msgid, Content content, @Nullable String dropped) {
        log.add(new Sent(time.now(), api, account, to, msgid, content.type(), content.shown(), dropped));
        if (dropped == null) {
            delivered.incrementAndGet();
        }
    }

    public Iterable<Sent> all() {
        return log;
    }

    /** How many there were, delivered or dropped. */
    public long total() {
        return log.total();
    }

    public long delivered() {
        return delivered.get();
    }

    public void clear() {
        log.clear();
        delivered.set(0);
    }
}
