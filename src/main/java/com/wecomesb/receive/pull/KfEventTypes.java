package com.wecomesb.receive.pull;

import com.wecomesb.wecom.kf.KfEvent;
import com.wecomesb.wecom.kf.KfMessage;
import java.util.Map;

/** What rules call the entries of 微信客服. */
final class KfEventTypes {

    /** For whatever has no name of its own; it is stored all the same. */
    static final String OTHER = "wecom.event.received";

    private static final Map<Class<?>, String> EVENTS = Map.of(
            KfEvent.EnterSession.class, "wecom.session.entered",
            KfEvent.MessageFailed.class, "wecom.message.failed",
            KfEvent.ServicerStatusChanged.class, "wecom.servicer.changed",
            KfEvent.SessionStatusChanged.class, "wecom.session.changed",
            KfEvent.CustomerRecalled.class, "wecom.message.recalled",
            KfEvent.ServicerRecalled.class, "wecom.message.recalled",
            KfEvent.RejectionSwitched.class, OTHER);

    private KfEventTypes() {}

    /** Whether a kind of event has been given a name, be it {@link #OTHER}. */
    static boolean names(Class<?> kind) {
        return EVENTS.containsKey(kind);
    }

    /** A message keeps its type even when its content is of a kind that we do not know. */
    static String of(KfMessage message) {
        if (message.isEvent()) {
            return EVENTS.getOrDefault(message.content().getClass(), OTHER);
        }
        return switch (message.origin()) {
            case CUSTOMER -> "wecom.message.received";
            case SERVICER -> "wecom.message.sent";
            case SYSTEM, UNKNOWN -> OTHER;
        };
    }
}
