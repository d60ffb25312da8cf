package com.wecomesb.wecom.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the last call of each app went: what {@code doctor} shows of the outgoing side. Says so once in the log when an
 * app's calls begin to fail in a way that only an operator can change, and when they are taken again.
 */
public final class ApiDiary {

    private static final Logger log = LoggerFactory.getLogger(ApiDiary.class);

    private final Map<String, Entry> last = new ConcurrentHashMap<>();
    private final Clock clock;

    ApiDiary(Clock clock) {
        this.clock = clock;
    }

    /**
     * The last call of an app.
     *
     * @param path of the API, {@code gettoken} included
     * @param errcode WeCom's code; {@link WecomCallFailed#NO_ERRCODE} also when WeCom has not answered
     * @param outcome what it meant
     * @param reason for a person, in Chinese; empty when the call succeeded
     * @param address ours as WeCom sees it, where its answer names it: with error code 60020 the one to be trusted
     */
    public record Entry(
            String app,
            Instant at,
            String path,
            int errcode,
            CallOutcome outcome,
            String reason,
            @Nullable String address) {}

    /** The last call of an app; empty when there was none since the start. */
    public Optional<Entry> lastCall(String app) {
        return Optional.ofNullable(last.get(app));
    }

    /** The last call of each app that has made one since the start. */
    public List<Entry> lastCalls() {
        return List.copyOf(last.values());
    }

    void note(ApiCall call, int errcode, CallOutcome outcome, String reason, @Nullable String address) {
        Entry entry = new Entry(call.app(), clock.instant(), call.path(), errcode, outcome, reason, address);
        Entry before = last.put(call.app(), entry);
        boolean failed = outcome == CallOutcome.CONFIGURATION;
        boolean failedBefore = before != null && before.outcome() == CallOutcome.CONFIGURATION;
        if (failed && !(failedBefore && before.errcode() == errcode)) {
            log.atWarn()
                    .addKeyValue("app", call.app())
                    .addKeyValue("path", call.path())
                    .addKeyValue("errcode", errcode)
                    .addKeyValue("address", address)
                    .addKeyValue("reason", reason)
                    .log("WeCom refuses the calls of this app until an operator acts");
        } else if (failedBefore && outcome == CallOutcome.OK) {
            log.atInfo().addKeyValue("app", call.app()).log("WeCom takes the calls of this app again");
        }
    }
}
