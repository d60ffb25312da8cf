package com.wecomesb.wecom.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of the WeCom API had not the result that it was made for. Carries what the caller decides by, never the body,
 * the token or what WeCom wrote.
 */
public final class WecomCallFailed extends RuntimeException {

    /** Stands for the code where WeCom has not answered at all, or not with one. */
    public static final int NO_ERRCODE = 0;

    private static final long serialVersionUID = 1;

    private final String app;
    private final String path;
    private final int errcode;
    private final CallOutcome outcome;
    private final @Nullable Instant until;
    private final String reason;

    WecomCallFailed(String app, String path, int errcode, CallOutcome outcome, @Nullable Instant until, String reason) {
        this(app, path, errcode, outcome, until, reason, null);
    }

    WecomCallFailed(
            String app,
            String path,
            int errcode,
            CallOutcome outcome,
            @Nullable Instant until,
            String reason,
            @Nullable Throwable cause) {
        super(
                "WeCom call " + path + " of app " + app + ": " + outcome
                        + (errcode == NO_ERRCODE ? "" : ", errcode " + errcode)
                        + (until == null ? "" : ", until " + until),
                cause);
        this.app = app;
        this.path = path;
        this.errcode = errcode;
        this.outcome = outcome;
        this.until = until;
        this.reason = reason;
    }

    /** The app's name in the settings. */
    public String app() {
        return app;
    }

    /** The path after {@code /cgi-bin/}, without its query. */
    public String path() {
        return path;
    }

    /** WeCom's code, or {@link #NO_ERRCODE}. */
    public int errcode() {
        return errcode;
    }

    /** What the caller should do about it; never {@link CallOutcome#OK}. */
    public CallOutcome outcome() {
        return outcome;
    }

    /** Before this instant the same call is refused without being sent; null where no such instant is known. */
    public @Nullable Instant until() {
        return until;
    }

    /** Whether the very same call may go out again at once: nothing has happened, and nothing holds it back. */
    public boolean isTransient() {
        return outcome == CallOutcome.RETRY_LATER && until == null;
    }

    /** What happened and what to do next, for a person, in Chinese. */
    public String reason() {
        return reason;
    }
}
