package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.Records;
import com.wecomesb.sandbox.wecom.Errcode;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One 微信客服 account: its log, its sessions and the message ids that were used in it. */
public final class KfAccount {

    private final String id;
    private final String name;
    private final String app;
    private final KfLog log;
    private final Records<KfSession> sessions;
    private final RecentKeys sentIds;
    private final AtomicLong syncs = new AtomicLong();

    KfAccount(String id, String name, String app, int keep) {
        this.id = id;
        this.name = name;
        this.app = app;
        this.log = new KfLog(keep);
        this.sessions = new Records<>(keep, gone -> {});
        this.sentIds = new RecentKeys(keep);
    }

    /** The open_kfid. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The name of the app that it is granted to. */
    public String app() {
        return app;
    }

    KfLog log() {
        return log;
    }

    /** The session with a customer, ended if there has been none. */
    KfSession session(String customer) {
        KfSession known = sessions.find(customer);
        return known != null
                ? known
                : sessions.change(customer, session -> session == null ? new KfSession(customer) : session);
    }

    /** Claims a message id for the account; false if it was used before. */
    boolean claim(String msgid) {
        return sentIds.add(msgid);
    }

    /** Checks and counts a message to a customer; returns why it may not go out, or null. */
    @Nullable
    Errcode send(String customer, String msgid, long now) {
        // First of all, because who repeats after a lost answer wants to know that it arrived.
        return sentIds.contains(msgid)
                ? Errcode.DUPLICATE_MESSAGE_ID
                : session(customer).send(now, () -> claim(msgid));
    }

    /** Counts the calls of {@code kf/sync_msg}. */
    long nextSync() {
        return syncs.incrementAndGet();
    }

    void reset() {
        log.clear();
        sessions.clear();
        sentIds.clear();
    }
}
