package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.wecom.Errcode;
import com.wecomesb.sandbox.wecom.Phone;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One customer's session with one account, times in milliseconds. Thread-safe. */
final class KfSession {

    /** How long after the customer's last message one may be sent, and how long a session lasts (W94677, W94669). */
    static final Duration WINDOW = Duration.ofHours(48);
    /** Messages for each one of the customer's (W94677). */
    static final int ALLOWANCE = 5;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final String customer;
    private final Phone phone = new Phone();
    private ServiceState state = ServiceState.ENDED;
    private @Nullable String servicer;
    private long startedAt = NEVER;
    private long lastWrote = NEVER;
    private long lastWelcome = NEVER;
    private int allowance;

    KfSession(String customer) {
        this.customer = customer;
    }

    String customer() {
        return customer;
    }

    Phone phone() {
        return phone;
    }

    synchronized ServiceState state(long now) {
        if (state != ServiceState.ENDED && now - startedAt >= WINDOW.toMillis()) {
            become(ServiceState.ENDED, null);
        }
        return state;
    }

    synchronized @Nullable String servicer() {
        return servicer;
    }

    synchronized int allowance() {
        return allowance;
    }

    private void become(ServiceState next, @Nullable String by) {
        state = next;
        servicer = by;
    }

    private void startUnlessRunning(long now) {
        if (state(now) == ServiceState.ENDED) {
            become(ServiceState.NEW, null);
            startedAt = now;
        }
    }

    /** The customer wrote: an ended session begins anew, and five more messages may be sent. */
    synchronized void customerWrote(long now) {
        startUnlessRunning(now);
        lastWrote = Math.max(lastWrote, now);
        allowance = ALLOWANCE;
    }

    /** The customer opened the chat; true when a welcome is due: none in 48 hours, and nothing written. */
    synchronized boolean customerEntered(long now) {
        startUnlessRunning(now);
        long window = WINDOW.toMillis();
        boolean due = now - lastWelcome >= window && now - lastWrote >= window;
        if (due) {
            lastWelcome = now;
        }
        return due;
    }

    /**
     * Checks whether a message may be sent now, and counts it.
     *
     * @param isNew claims the message's id; asked last, so that a refused message claims none
     * @return why not, or null
     */
    synchronized @Nullable Errcode send(long now, BooleanSupplier isNew) {
        if (now - lastWrote > WINDOW.toMillis()) {
            return Errcode.CUSTOMER_SILENT;
        }
        if (!state(now).allowsSending()) {
            return Errcode.WRONG_SESSION_STATE;
        }
        if (allowance == 0) {
            return Errcode.TOO_MANY_FOR_ONE_MESSAGE;
        }
        if (!isNew.getAsBoolean()) {
            return Errcode.DUPLICATE_MESSAGE_ID;
        }
        allowance--;
        return null;
    }

    /** Moves the session by the API; returns why not, or null. */
    synchronized @Nullable Errcode transfer(ServiceState next, @Nullable String to, long now) {
        ServiceState current = state(now);
        if (current == ServiceState.ENDED) {
            return Errcode.SESSION_ENDED;
        }
        boolean isSame = next == ServiceState.HUMAN && to != null && to.equals(servicer);
        if (!current.mayBecome(next) || isSame) {
            return Errcode.WRONG_TRANSITION;
        }
        become(next, next == ServiceState.HUMAN ? to : null);
        return null;
    }

    /** A servicer wrote in the client, which opens an ended session again; true if it did. */
    synchronized boolean reopen(String by, long now) {
        if (state(now) != ServiceState.ENDED) {
            return false;
        }
        become(ServiceState.HUMAN, by);
        startedAt = now;
        return true;
    }
}
