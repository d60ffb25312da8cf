package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what limits a rule besides its {@code when}: {@code valid}, {@code rollout}, {@code cooldown}. */
public final class LimitsReader {

    private static final KnownKeys VALID = KnownKeys.of("valid ", "from", "until");

    private final Mistakes mistakes;

    public LimitsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** A condition for each limit of a rule. */
    public List<Condition> read(YamlNode rule, String id) {
        List<Condition> limits = new ArrayList<>();
        rule.get("valid").map(node -> valid(node, id)).ifPresent(limits::add);
        rule.get("rollout").map(node -> rollout(node, id)).ifPresent(limits::add);
        cooldown(rule).map(pause -> new CooldownCondition(id, pause)).ifPresent(limits::add);
        return limits;
    }

    /** How long a rule stays silent for a contact for whom it has acted. */
    private Optional<Duration> cooldown(YamlNode rule) {
        return rule.get("cooldown").flatMap(node -> {
            Optional<Duration> pause = DurationText.read(node, mistakes);
            if (pause.filter(Duration::isZero).isPresent()) {
                mistakes.add(node, "cooldown 要大于 0");
            }
            return pause;
        });
    }

    private @Nullable Condition rollout(YamlNode node, String id) {
        if (!node.text().matches("(0|[1-9][0-9]?|100)%")) {
            mistakes.add(node, "rollout 要写成 20% 这样,0% 到 100%");
            return null;
        }
        return new RolloutCondition(
                id, Integer.parseInt(node.text().substring(0, node.text().length() - 1)));
    }

    private @Nullable Condition valid(YamlNode node, String id) {
        VALID.check(node, mistakes);
        LocalDateTime from = node.get("from").map(at -> moment(at, false)).orElse(null);
        LocalDateTime end = node.get("until").map(at -> moment(at, true)).orElse(null);
        if (node.get("from").isEmpty() && node.get("until").isEmpty()) {
            mistakes.add(node, "valid 要写成 {from: 2026-11-01, until: 2026-11-12},可以只写一个");
        } else if (from != null && end != null && !from.isBefore(end)) {
            mistakes.add(node, "valid 的 until 要在 from 之后");
        }
        return new ValidCondition(id, from, end);
    }

    /** A date or a date with a time; the day that is named as the last one belongs to the time. */
    private @Nullable LocalDateTime moment(YamlNode node, boolean last) {
        String text = node.text().replace(' ', 'T');
        try {
            if (text.indexOf('T') >= 0) {
                return LocalDateTime.parse(text);
            }
            LocalDate day = LocalDate.parse(text);
            return (last ? day.plusDays(1) : day).atStartOfDay();
        } catch (DateTimeParseException exception) {
            mistakes.add(node, "日期要写成 2026-11-01,或者带时间 2026-11-01 09:30");
            return null;
        }
    }
}
