package com.wecomesb.rule;

/**
 * What the decide step has to know of a rule beside its conditions.
 *
 * @param rests whether it has a cooldown, so that its acting has to be remembered for each contact
 * @param question what the customer means to ask, for 「您是想问“…”吗?」; empty: the customer is never asked
 * @param askBelow a match that is less sure than this waits for the customer's yes; 0: none does
 */
public record Control(boolean rests, String question, double askBelow) {

    public static final Control NONE = new Control(false, "", 0);

    /** More than any match can be sure of. */
    static final double ALWAYS = 2;

    /** As sure as what is spelled out. */
    static final double CERTAIN = 1;

    /** Whether the customer may be asked when the message nearly suits the rule. */
    public boolean canAsk() {
        return !question.isEmpty();
    }

    boolean waitsForYes(double confidence) {
        return canAsk() && confidence < askBelow;
    }
}
