package com.wecomesb.connector.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens and sessions that systems gave, shared by all calls that have the same credentials; one request for each in
 * flight. Thread-safe.
 */
public final class Tokens {

    private final Clock clock;
    private final Map<Object, Slot> slots = new ConcurrentHashMap<>();

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * A token other than the one refused, fetched only where nobody else has done so meanwhile.
     *
     * @param credentials what it is got with; equal ones share it
     * @param refused the token that the system did not take, null at first
     */
    String current(Object credentials, @Nullable String refused, Supplier<Token> fetch) {
        return slots.computeIfAbsent(credentials, key -> new Slot()).current(refused, fetch);
    }

    Instant now() {
        return clock.instant();
    }

    /** @param goodUntil null: until it is refused */
    record Token(String value, @Nullable Instant goodUntil) {

        @Override
        public String toString() {
            return "Token[" + goodUntil + "]";
        }
    }

    private final class Slot {

        private @Nullable Token token;

        synchronized String current(@Nullable String refused, Supplier<Token> fetch) {
            Token known = token;
            if (known == null || known.value().equals(refused) || isOver(known)) {
                known = fetch.get();
                token = known;
            }
            return known.value();
        }

        private boolean isOver(Token known) {
            return known.goodUntil() != null && !clock.instant().isBefore(known.goodUntil());
        }
    }
}
