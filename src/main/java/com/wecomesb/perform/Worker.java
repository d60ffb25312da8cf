package com.wecomesb.perform;

import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionReference;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Performs what is due in a lane, oldest first, until nothing is. The record that calls it only says that there is
 * something to do: the rows say what.
 */
@Component("worker")
public class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Claims claims;
    private final Destination destination;
    private final Settlement settlement;
    private final Outcomes outcomes;
    private final Gates gates;
    private final MeterRegistry meters;

    Worker(
            Claims claims,
            Destination destination,
            Settlement settlement,
            Outcomes outcomes,
            Gates gates,
            MeterRegistry meters) {
        this.claims = claims;
        this.destination = destination;
        this.settlement = settlement;
        this.outcomes = outcomes;
        this.gates = gates;
        this.meters = meters;
    }

    /** Called by {@code flows/perform-*.camel.yaml}, one lane at a time. */
    public void perform(ActionReference ready) {
        while (performNext(ready.lane())) {
            // the next of the lane may be due already
        }
    }

    private boolean performNext(String lane) {
        Claims.Next next = claims.next(lane);
        if (next instanceof Claims.Next.Perform perform) {
            return perform(perform.claim());
        }
        if (next instanceof Claims.Next.Settled settled) {
            outcomes.publish(settled.action().id());
            return true;
        }
        return false;
    }

    /** Whether the action is settled, so that the lane may go on. */
    private boolean perform(Claim claim) {
        Timer.Sample sample = Timer.start(meters);
        Effect effect = destination.call(claim);
        if (effect instanceof Effect.Throttled throttled && throttled.wholeTarget()) {
            gates.throttle(claim.action().target(), throttled.until(), throttled.reason());
        }
        ActionState state = settlement.settle(claim, effect);
        sample.stop(Timer.builder("esb.action")
                .tag("kind", claim.action().kind().word())
                .tag("state", state == null ? "lost" : state.word())
                .register(meters));
        if (state == null) {
            log.atWarn()
                    .addKeyValue("actionId", claim.action().id())
                    .log("the lease of an action ended before its call did; its result is not written");
            return false;
        }
        if (state != ActionState.DONE) {
            log.atInfo()
                    .addKeyValue("actionId", claim.action().id())
                    .addKeyValue("verb", claim.action().verb())
                    .addKeyValue("state", state.word())
                    .addKeyValue("attempt", claim.attempt())
                    .log("action not done");
        }
        if (state.settled() && settlement.wanted(claim.action(), state)) {
            outcomes.publish(claim.action().id());
        }
        return state.settled();
    }
}
