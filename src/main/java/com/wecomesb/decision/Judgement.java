package com.wecomesb.decision;

import com.wecomesb.rule.Verdict;
import org.springframework.stereotype.Component;

/** Asks the rules about an event. */
@Component
class Judgement {

    Verdict of(Turn turn) {
        return turn.policy().rules().decide(EventFacts.of(turn));
    }
}
