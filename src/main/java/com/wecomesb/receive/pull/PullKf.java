package com.wecomesb.receive.pull;

import com.wecomesb.wecom.api.CallOutcome;
import com.wecomesb.wecom.api.WecomCallFailed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The step of the route {@code pull-kf} that follows a hint. Whatever fails, the hint is done with: the account is hinted
 * at again soon where that may help, and by the next tick.
 */
@Component("pullKf")
class PullKf implements Processor {

    private static final Logger log = LoggerFactory.getLogger(PullKf.class);

    /** Other failures stay what they are for longer than a few seconds. */
    private static final Set<CallOutcome> PASSING =
            EnumSet.of(CallOutcome.RETRY_LATER, CallOutcome.THROTTLED, CallOutcome.UNKNOWN);

    private final KfPuller puller;
    private final KfAccounts accounts;
    private final PullsAgain again;
    /** Another hint at one of these accounts, polled together with the first, says nothing new. */
    private final ThreadLocal<Set<String>> readSincePoll = ThreadLocal.withInitial(HashSet::new);

    PullKf(KfPuller puller, KfAccounts accounts, PullsAgain again) {
        this.puller = puller;
        this.accounts = accounts;
        this.again = again;
    }

    @Override
    public void process(Exchange exchange) {
        Message record = exchange.getMessage();
        boolean moreToCome = Boolean.FALSE.equals(record.getHeader(KafkaConstants.LAST_POLL_RECORD, Boolean.class));
        try {
            follow(record);
        } finally {
            if (!moreToCome) {
                readSincePoll.remove();
            }
        }
    }

    private void follow(Message record) {
        if (!record.getHeader(KafkaConstants.KEY, "", String.class).startsWith(KfHint.KEY_PREFIX)) {
            return; // a hint at a record of another system
        }
        KfHint hint = KfHint.read(record.getBody(String.class));
        if (hint.openKfId().isEmpty()) {
            accounts.hint(hint.app());
            return;
        }
        if (again.isDue(hint.openKfId()) || readSincePoll.get().contains(hint.openKfId())) {
            return;
        }
        try {
            if (puller.pull(hint, Instant.ofEpochMilli(record.getHeader(KafkaConstants.TIMESTAMP, 0L, Long.class)))) {
                readSincePoll.get().add(hint.openKfId());
            }
        } catch (RuntimeException failure) {
            WecomCallFailed refused = failure instanceof WecomCallFailed call ? call : null;
            log.atWarn()
                    .addKeyValue("app", hint.app())
                    .addKeyValue("account", hint.openKfId())
                    .addKeyValue("failure", refused == null ? failure.getClass().getName() : refused.getMessage())
                    .addKeyValue("reason", refused == null ? "" : refused.reason())
                    .log("A pull failed; the account is pulled again at the next tick at the latest");
            if (refused == null || PASSING.contains(refused.outcome())) {
                again.later(hint, failure);
            }
        }
    }
}
