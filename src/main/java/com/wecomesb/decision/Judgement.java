package com.wecomesb.decision;

import com.wecomesb.rule.Verdict;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the rules about an event. */
@Component
class Judgement {

    private final ZoneId businessZone;

    Judgement(@Value("${esb.time-zone:Asia/Shanghai}") ZoneId businessZone) {
        this.businessZone = businessZone;
    }

    Verdict of(Turn turn) {
        return turn.policy().rules().decide(EventFacts.of(turn, businessZone));
    }
}
