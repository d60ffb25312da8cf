package com.wecomesb.connector.link;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Versions as systems give them: times, numbers, or marks that can only be told apart. */
public final class Versions {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");

    private Versions() {}

    /** Whether a version is known to be older than another; marks never are. */
    public static boolean isOlder(String version, String than) {
        return compare(version, than).orElse(0) < 0;
    }

    private static OptionalInt compare(String one, String other) {
        if (NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()) {
            return OptionalInt.of(new BigInteger(one).compareTo(new BigInteger(other)));
        }
        Optional<Instant> oneTime = time(one);
        Optional<Instant> otherTime = time(other);
        return oneTime.isPresent() && otherTime.isPresent()
                ? OptionalInt.of(oneTime.get().compareTo(otherTime.get()))
                : OptionalInt.empty();
    }

    /** The moment that a version names, if it is one. */
    public static Optional<Instant> time(String version) {
        if (version.length() < 16 || version.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(version).toInstant());
        } catch (DateTimeException notTime) {
            return Optional.empty();
        }
    }
}
