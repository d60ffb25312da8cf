package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code conversation: {silent: {longer-than: 3d}}}: the customer had written nothing for so long before this event; who
 * never wrote was never silent.
 *
 * @param wantsLonger false: less than that
 */
record SilentCondition(boolean wantsLonger, Duration limit) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        Instant last = reading.facts().past().lastWrote();
        return last != null && last.plus(limit).isBefore(reading.facts().now().toInstant()) == wantsLonger;
    }

    @Override
    public String held(Reading reading) {
        return "客户" + (wantsLonger ? "超过 " : "不到 ") + DurationText.of(limit) + " 没有说话";
    }

    @Override
    public String failed(Reading reading) {
        if (reading.facts().past().lastWrote() == null) {
            return "客户以前没有说过话";
        }
        return "客户没有说话的时间" + (wantsLonger ? "不到 " : "超过 ") + DurationText.of(limit);
    }
}
