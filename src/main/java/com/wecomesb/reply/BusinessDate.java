package com.wecomesb.reply;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;
import org.jspecify.annotations.Nullable;

/**
 * {@code {{ event.time | date: '%Y-%m-%d %H:%M' }}}, in the business time zone whatever zone the value has. Seconds or
 * milliseconds since 1970 are times, too; what is no time stays as it is.
 */
final class BusinessDate extends Filter {

    /** The name under which {@code esb.time-zone} stands among the variables. */
    static final String ZONE = "time_zone";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final double FIRST_MILLISECONDS = 1e11;
    private static final Filter LIQUID = Filters.DEFAULT_FILTERS.get("date");

    BusinessDate() {
        super("date");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... parameters) {
        ZonedDateTime time = time(value, zone(context), context);
        return time == null || parameters.length == 0
                ? asString(value, context)
                : LIQUID.apply(time, context, parameters);
    }

    private static ZoneId zone(TemplateContext context) {
        Object name = context.get(ZONE);
        try {
            return name == null ? CHINA : ZoneId.of(name.toString());
        } catch (DateTimeException unknown) {
            return CHINA;
        }
    }

    private @Nullable ZonedDateTime time(Object value, ZoneId zone, TemplateContext context) {
        String text = asString(value, context).strip();
        if (text.equals("now") || text.equals("today")) {
            return ZonedDateTime.now(zone);
        }
        if (text.matches("-?[0-9]{9,14}")) {
            long number = Long.parseLong(text);
            return (Math.abs(number) < FIRST_MILLISECONDS
                            ? Instant.ofEpochSecond(number)
                            : Instant.ofEpochMilli(number))
                    .atZone(zone);
        }
        return parsed(text.replace('/', '-'), zone);
    }

    private static @Nullable ZonedDateTime parsed(String text, ZoneId zone) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replaceFirst("(?<=[0-9]) (?=[0-9])", "T"), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact.atZoneSameInstant(zone)
                    : LocalDateTime.from(time).atZone(zone);
        } catch (DateTimeParseException noTime) {
            return date(text, zone);
        }
    }

    private static @Nullable ZonedDateTime date(String text, ZoneId zone) {
        try {
            return LocalDate.parse(text).atStartOfDay(zone);
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
