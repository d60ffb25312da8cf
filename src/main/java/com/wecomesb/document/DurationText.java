package com.wecomesb.document;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a length of time as files write it: {@code 500ms}, {@code 3s}, {@code 10m}, {@code 2h}, {@code 7d}. */
public final class DurationText {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

    private DurationText() {}

    /** The length of time; nothing, and a mistake, where the text is none. */
    public static Optional<Duration> read(YamlNode node, Mistakes mistakes) {
        Optional<Duration> read = of(node.text());
        if (read.isEmpty()) {
            mistakes.add(node, "时长要写成 3s、500ms、10m 这样");
        }
        return read;
    }

    /** The length of time that a text says, if it says one. */
    public static Optional<Duration> of(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    /** The same the other way round, in the largest unit without a remainder: {@code 10m}. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 != 0 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }
}
