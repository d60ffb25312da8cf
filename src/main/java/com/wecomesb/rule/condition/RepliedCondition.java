package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code conversation: {replied: {within: 10m}}}: the bot last replied not longer ago than that, or longer ago.
 *
 * @param wantsRecent false: {@code longer-than}, or never
 */
record RepliedCondition(boolean wantsRecent, Duration period) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        Instant last = reading.facts().past().lastReplied();
        boolean recent = last != null
                && !last.plus(period).isBefore(reading.facts().now().toInstant());
        return recent == wantsRecent;
    }

    @Override
    public String held(Reading reading) {
        return words(wantsRecent);
    }

    @Override
    public String failed(Reading reading) {
        return words(!wantsRecent);
    }

    private String words(boolean recent) {
        return DurationText.of(period) + " 内机器人" + (recent ? "回复过" : "没有回复过");
    }
}
