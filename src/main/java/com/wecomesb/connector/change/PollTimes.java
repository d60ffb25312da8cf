package com.wecomesb.connector.change;

import com.wecomesb.document.DurationText;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * When changes are read: {@code 5m}, a cron expression of Quartz ({@code 0 0/10 8-20 ? * MON-FRI}), or {@code off}.
 */
final class PollTimes {

    private final @Nullable Duration every;
    private final @Nullable CronExpression cron;

    private PollTimes(@Nullable Duration every, @Nullable CronExpression cron) {
        this.every = every;
        this.cron = cron;
    }

    /** Nothing when the text is none of these. */
    static Optional<PollTimes> of(String text, ZoneId zone) {
        if (text.equals("off")) {
            return Optional.of(new PollTimes(null, null));
        }
        Optional<Duration> every = DurationText.of(text);
        if (every.isPresent()) {
            return every.filter(duration -> !duration.isZero()).map(duration -> new PollTimes(duration, null));
        }
        try {
            CronExpression cron = new CronExpression(text);
            cron.setTimeZone(TimeZone.getTimeZone(zone));
            return Optional.of(new PollTimes(null, cron));
        } catch (ParseException noCron) {
            return Optional.empty();
        }
    }

    boolean isOff() {
        return every == null && cron == null;
    }

    /** The next one, counted from now: what was missed while nobody was here is made up for by one poll. */
    Instant after(Instant now) {
        if (every != null) {
            return now.plus(every);
        }
        Date next = cron == null ? null : cron.getNextValidTimeAfter(Date.from(now));
        return next == null ? Instant.MAX.minusSeconds(1) : next.toInstant();
    }
}
