package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.YamlNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code date: {from: …, to: …, zone: …, to-zone: …}}: a point in time in another spelling.
 *
 * <p>{@code from} (one or a list, the first that fits) and {@code to} are {@code iso}, {@code epoch-seconds}, {@code
 * epoch-millis} or a pattern of {@link java.time.format.DateTimeFormatter}; {@code zone} is meant where the source names
 * none. Defaults: iso, iso (UTC; with a {@code to-zone} that zone's offset), the business time zone, the same as {@code
 * zone}. A local time that the zone's clock skips is taken as that much later, one that it shows twice as the first.
 */
final class DateStep extends ValueStep {

    private static final List<Instant> PROBES = List.of(
            Instant.parse("2026-11-20T02:15:30.123Z"),
            Instant.parse("1999-12-31T23:59:59.999Z"),
            Instant.parse("2026-07-05T16:01:02Z"));

    private final List<DateFormat> from;
    private final DateFormat to;
    private final ZoneId zone;
    private final ZoneId targetZone;

    private DateStep(List<DateFormat> from, DateFormat to, ZoneId zone, ZoneId targetZone) {
        this.from = from;
        this.to = to;
        this.zone = zone;
        this.targetZone = targetZone;
    }

    static Step read(StepArgument argument) {
        Map<String, YamlNode> options = argument.options("from", "to", "zone", "to-zone");
        YamlNode from = options.get("from");
        YamlNode to = options.get("to");
        ZoneId zone = zone(argument, options.get("zone"), argument.context().zone());
        return new DateStep(
                from == null
                        ? List.of(DateFormat.iso(false))
                        : from.items().stream()
                                .map(item -> format(argument, item))
                                .toList(),
                to == null || to.text().equals("iso")
                        ? DateFormat.iso(options.containsKey("to-zone"))
                        : format(argument, to),
                zone,
                zone(argument, options.get("to-zone"), zone));
    }

    private static DateFormat format(StepArgument argument, YamlNode node) {
        return argument.parse(
                node,
                DateFormat::of,
                DateFormat.iso(false),
                "日期格式要写 iso、epoch-seconds、epoch-millis 或 yyyy-MM-dd HH:mm 这样的格式");
    }

    private static ZoneId zone(StepArgument argument, @Nullable YamlNode node, ZoneId standIn) {
        return node == null ? standIn : argument.parse(node, ZoneId::of, standIn, "时区要写成 Asia/Shanghai 这样的名字");
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("日期要是文本或数字");
        }
        String text = ScalarText.of(value);
        for (DateFormat format : from) {
            try {
                Instant instant = format.read(text, zone);
                return to.write(instant, targetZone);
            } catch (DateTimeException | NumberFormatException | ArithmeticException notThisOne) {
                // The next format may fit.
            }
        }
        return refusal.because("不符合日期格式 " + from);
    }

    @Override
    Set<Kind> made(Set<Kind> kinds) {
        return EnumSet.of(to.isCount() ? Kind.INTEGER : Kind.TEXT);
    }

    @Override
    public WayBack back() {
        DateStep back = new DateStep(List.of(to), from.get(0), targetZone, zone);
        return from.size() == 1 && from.get(0).hasOneSpelling() && bringsBack(back)
                ? WayBack.by("date", back)
                : WayBack.nearly("[{date: {from: \"" + to + "\", to: \"" + from.get(0) + "\"}}]");
    }

    /** Whether nothing is lost: a format of days, for example, loses the time. */
    private boolean bringsBack(DateStep back) {
        return PROBES.stream().allMatch(probe -> {
            Refusal refusal = new Refusal();
            JsonNode value = from.get(0).write(probe, zone);
            JsonNode again = back.change(change(value, refusal), refusal);
            return !refusal.isRaised() && again.equals(value);
        });
    }
}
