package com.wecomesb.wecom.callback;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts, logs and remembers what became of the requests; one log line a minute for each app and reason. */
final class CallbackJournal {

    /** Stands for names that are not configured: they are a stranger's words and appear neither in logs nor in maps. */
    static final String UNKNOWN = "(unknown)";

    private static final Logger log = LoggerFactory.getLogger(CallbackJournal.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Set<String> apps;
    private final CallbackDiary diary;
    private final Clock clock;
    private final Counter accepted;
    private final Timer acknowledged;
    private final Counter unanswered;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
    private final Map<String, Instant> lastLines = new HashMap<>();

    CallbackJournal(Set<String> apps, CallbackDiary diary, MeterRegistry meters, Clock clock) {
        this.apps = apps;
        this.diary = diary;
        this.clock = clock;
        this.accepted = Counter.builder("esb.callback.accepted")
                .description("Callbacks that were verified and decrypted")
                .register(meters);
        this.acknowledged = Timer.builder("esb.callback.acknowledged")
                .description("From a verified callback until success was answered, because it is stored")
                .publishPercentileHistogram()
                .register(meters);
        this.unanswered = Counter.builder("esb.callback.unanswered")
                .description("Callbacks that could not be stored in time; the connection was closed without an answer")
                .register(meters);
        for (Reason reason : Reason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("esb.callback.rejected")
                            .description("Requests to the callback address that were refused")
                            .tag("reason", reason.word())
                            .register(meters));
        }
    }

    void accepted(CallbackVerifier.Verified verified) {
        accepted.increment();
        diary.accepted(verified.callback().app(), verified.callback().receivedAt(), verified.clockOff());
    }

    /** @param nanos from the verified request until its answer */
    void acknowledged(long nanos) {
        acknowledged.record(nanos, TimeUnit.NANOSECONDS);
    }

    void rejected(String app, CallbackRejected rejection) {
        Objects.requireNonNull(rejected.get(rejection.reason())).increment();
        String known = known(app);
        diary.rejected(known, clock.instant(), rejection);
        if (mayLog(known, rejection.reason().word())) {
            log.atWarn()
                    .addKeyValue("app", known)
                    .addKeyValue("reason", rejection.reason().word())
                    .log("callback refused: " + rejection.getMessage());
        }
    }

    /** Notes that WeCom was given no answer, so that it repeats the callback. */
    void unanswered(String app, String cause) {
        unanswered.increment();
        String known = known(app);
        if (mayLog(known, "unanswered " + cause)) {
            log.atWarn()
                    .addKeyValue("app", known)
                    .addKeyValue("cause", cause)
                    .log("callback not stored, connection closed without an answer so that WeCom repeats it");
        }
    }

    private String known(String app) {
        return apps.contains(app) ? app : UNKNOWN;
    }

    private synchronized boolean mayLog(String app, String what) {
        Instant now = clock.instant();
        Instant last = lastLines.get(app + " " + what);
        if (last != null && now.isBefore(last.plus(QUIET))) {
            return false;
        }
        lastLines.put(app + " " + what, now);
        return true;
    }
}
