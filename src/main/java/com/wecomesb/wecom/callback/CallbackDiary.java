package com.wecomesb.wecom.callback;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What came to the callback address of each app last, for whoever connects an app: it tells apart that no request
 * arrived, that the token, the key or the corp differs, and that a clock is off. In memory, of this instance.
 */
public final class CallbackDiary {

    private final Map<String, Entry> accepted = new ConcurrentHashMap<>();
    private final Map<String, Entry> rejected = new ConcurrentHashMap<>();

    void accepted(String app, Instant at, Duration clockOff) {
        accepted.put(app, new Entry(at, null, clockOff));
    }

    void rejected(String app, Instant at, CallbackRejected rejection) {
        rejected.put(app, new Entry(at, rejection.reason(), rejection.clockOff()));
    }

    public Optional<Entry> lastAccepted(String app) {
        return Optional.ofNullable(accepted.get(app));
    }

    public Optional<Entry> lastRejected(String app) {
        return Optional.ofNullable(rejected.get(app));
    }

    /** The newest entry of an app as one sentence. */
    public String finding(String app) {
        Entry good = accepted.get(app);
        Entry bad = rejected.get(app);
        if (good != null && (bad == null || good.at().isAfter(bad.at()))) {
            return good.sentence();
        }
        return bad == null ? "no request has arrived since the start" : bad.sentence();
    }

    /**
     * One request.
     *
     * @param reason why it was refused, null if it was not
     * @param clockOff how far WeCom's clock is ahead of ours; for a refused request known only if that was the reason
     */
    public record Entry(Instant at, @Nullable Reason reason, Duration clockOff) {

        String sentence() {
            if (reason == null) {
                return "the last request was accepted at " + at + ", the clocks differ by " + clockOff.toSeconds()
                        + " seconds";
            }
            String minutes = reason == Reason.STALE ? ": off by " + clockOff.toMinutes() + " minutes" : "";
            return "the last request was refused at " + at + ": " + reason.advice() + minutes;
        }
    }
}
