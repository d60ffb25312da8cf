package com.wecomesb.decision;

import java.time.Instant;
import java.util.Map;

/**
 * What a customer was asked back, 「您是想问“…”吗?」, and the decision that waits for the yes.
 *
 * @param conversationId where it was asked
 * @param ruleId the rule that acts when the answer is yes
 * @param question the rule's words; a yes is one to these words only
 * @param variables what the rule took from the message that it was asked about
 * @param eventUid that message
 * @param epoch when somebody else takes the conversation over, nobody waits any more
 * @param expiresAt a message after this is no answer
 */
record OpenQuestion(
        String conversationId,
        String ruleId,
        String question,
        Map<String, String> variables,
        String eventUid,
        long epoch,
        Instant expiresAt) {

    /** Without the variables: they are what a customer wrote. */
    @Override
    public String toString() {
        return "OpenQuestion[" + ruleId + " in " + conversationId + "]";
    }
}
