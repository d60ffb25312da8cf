package com.wecomesb.bus.kafka;

import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.BusSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The names of topics and consumer groups. */
@Component
public class Topics {

    private final String prefix;

    Topics(BusSettings settings) {
        prefix = settings.prefix();
    }

    public String events() {
        return prefix + "events";
    }

    public String hints() {
        return prefix + "hints";
    }

    public String actions(ActionKind kind) {
        return prefix + kind.word();
    }

    /** The group that decides events. */
    public String decideGroup() {
        return prefix + "decide";
    }

    /** The group that performs actions of this kind. */
    public String performGroup(ActionKind kind) {
        return prefix + "perform-" + kind.word();
    }

    List<String> all() {
        List<String> all = new ArrayList<>(List.of(events(), hints()));
        for (ActionKind kind : ActionKind.destinations()) {
            all.add(actions(kind));
        }
        return all;
    }
}
