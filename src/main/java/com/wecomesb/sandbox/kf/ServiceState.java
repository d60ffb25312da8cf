package com.wecomesb.sandbox.kf;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states of a 微信客服 session (W94669). */
public enum ServiceState {
    NEW(0),
    ASSISTANT(1),
    POOL(2),
    HUMAN(3),
    ENDED(4);

    private final int code;

    ServiceState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static @Nullable ServiceState of(int code) {
        for (ServiceState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        return null;
    }

    /** Whether messages may be sent through the API. */
    boolean allowsSending() {
        return this == NEW || this == ASSISTANT;
    }

    /** Where the API may bring a session; from {@link #HUMAN} to itself with another servicer. */
    boolean mayBecome(ServiceState next) {
        Set<ServiceState> allowed = switch (this) {
            case NEW -> Set.of(ASSISTANT, POOL, HUMAN, ENDED);
            case ASSISTANT -> Set.of(POOL, HUMAN, ENDED);
            case POOL -> Set.of(HUMAN, ENDED);
            case HUMAN -> Set.of(HUMAN, ENDED);
            case ENDED -> Set.of();
        };
        return allowed.contains(next);
    }
}
