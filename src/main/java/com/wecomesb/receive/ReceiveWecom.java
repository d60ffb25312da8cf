package com.wecomesb.receive;

import com.wecomesb.bus.Event;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.message.KfEvent.KfMsgOrEvent;
import com.wecomesb.wecom.message.WecomMessage;
import com.wecomesb.wecom.message.WecomMessages;
import org.springframework.stereotype.Component;

/** The step of the route {@code receive} that turns a callback into what goes on the bus. */
@Component
public final class ReceiveWecom {

    private final WecomEvents events;

    public ReceiveWecom(Pseudonyms pseudonyms) {
        this.events = new WecomEvents(pseudonyms);
    }

    /** Reads a callback: an {@link Event}, or a {@link Hint} when 微信客服 says only that there is something to fetch. */
    public Object receive(Callback callback) {
        WecomMessage message = WecomMessages.read(callback.xml());
        return message instanceof KfMsgOrEvent nudge ? hint(callback, nudge) : events.event(callback, message);
    }

    private static Hint hint(Callback callback, KfMsgOrEvent nudge) {
        String json = Json.object(object -> {
            object.writeStringField("app", callback.app());
            object.writeStringField("openKfId", nudge.openKfId());
            object.writeStringField("token", nudge.token());
        });
        return new Hint("kf:" + nudge.openKfId(), json, callback.receivedAt());
    }
}
