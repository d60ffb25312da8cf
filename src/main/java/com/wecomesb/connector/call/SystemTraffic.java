package com.wecomesb.connector.call;

import com.wecomesb.connector.auth.Tokens;
import com.wecomesb.connector.description.ConnectorDescription.Limits;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the calls of all Camel contexts have in common and what outlives a reload: tokens, sessions, and how fast each system is
 * called. One for each process. Thread-safe.
 */
public final class SystemTraffic {

    private final Clock clock;
    private final Tokens tokens;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    public SystemTraffic(Clock clock) {
        this.clock = clock;
        this.tokens = new Tokens(clock);
    }

    Tokens tokens() {
        return tokens;
    }

    Clock clock() {
        return clock;
    }

    Pace pace(String system, Limits limits) {
        return paces.compute(
                system, (name, known) -> known != null && known.isOf(limits) ? known : new Pace(name, limits, clock));
    }
}
