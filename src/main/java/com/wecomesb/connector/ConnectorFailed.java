package com.wecomesb.connector;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of another system did not do what it should; says what may be done about it, and nothing of a customer. */
public sealed class ConnectorFailed extends RuntimeException permits CredentialsRefused, FilesRefused, NothingRead {

    private static final long serialVersionUID = 1L;

    /** What the caller may do. */
    public enum Kind {
        /** Nothing happened there; the same call may succeed later. */
        RETRY,
        /** The system asks for silence {@link #until()} a moment. */
        THROTTLED,
        /** The same call would fail again or do harm: document, settings, rights or the records there need a person. */
        PERMANENT,
        /** Refused, because the record there has changed meanwhile; the same call, which looks first, may succeed. */
        CONFLICT,
        /** It may have happened; look before doing it again. Every shipped connector looks first by itself. */
        UNKNOWN,
        /** The system failed too often of late and is left alone {@link #until()} a moment. */
        OPEN
    }

    private final Kind kind;
    private final @Nullable Instant until;

    public ConnectorFailed(Kind kind, String reason) {
        this(kind, reason, null);
    }

    public ConnectorFailed(Kind kind, String reason, @Nullable Instant until) {
        super(reason);
        this.kind = kind;
        this.until = until;
    }

    public Kind kind() {
        return kind;
    }

    /** In Chinese, for operators. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** When to try again, for {@link Kind#THROTTLED} and {@link Kind#OPEN}. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
