package com.wecomesb.decision;

import com.wecomesb.rule.Verdict;
import org.springframework.stereotype.Component;

/** Asks the rules about an event, and notes what they were asked about. */
@Component
class Judgement {

    Verdict of(Turn turn) {
        turn.memory().judged(turn.event().uid(), Situation.of(turn));
        return turn.policy().rules().decide(EventFacts.of(turn));
    }
}
