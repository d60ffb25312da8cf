package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Delay;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Plans what is to be done later: a row that is due then. What follows is decided when it is due, by the files, the
 * contact and the conversation as they are then.
 */
@Component
class ScheduleActions {

    private static final String VERB = "delay";

    private final ZoneId businessZone;

    ScheduleActions(@Value("${esb.time-zone:Asia/Shanghai}") ZoneId businessZone) {
        this.businessZone = businessZone;
    }

    ActionLog.Entry plan(ActionSpec spec, Scene scene, ActionIds ids) {
        Delay delay = Delay.of(spec.parameters());
        ActionDraft draft = ActionDraft.of(ActionKind.SCHEDULE, VERB, scene, ids);
        return draft.to(null, ActionKind.SCHEDULE.word(), ActionKind.SCHEDULE.word() + ":" + draft.id())
                .with(payload(spec))
                .dueAt(delay.from(scene.now().atZone(businessZone)))
                .unless(scene.conversation() == null ? null : delay.unless())
                .followedBy(Following.of(spec, scene))
                .ready();
    }

    /** For people who look at it. */
    private static ObjectNode payload(ActionSpec spec) {
        ObjectNode payload = spec.parameters().deepCopy();
        ArrayNode then = payload.putArray("then");
        spec.branch(ActionSpec.THEN).forEach(following -> then.add(following.kind()));
        return payload;
    }
}
