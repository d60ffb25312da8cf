package com.wecomesb.receive;

import com.wecomesb.bus.Event;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.message.Header;
import com.wecomesb.wecom.message.MemberMessage;
import com.wecomesb.wecom.message.WecomMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the canonical event of a message: whose it is, its identity, its type, what orders it, its data. */
public final class WecomEvents {

    private final Pseudonyms pseudonyms;

    public WecomEvents(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * The event that a callback brought.
     *
     * <p>Its source is the corp, with the app where the event belongs to one app: WeCom tells every app of a corp about
     * the same customer, and that must stay one event.
     */
    public Event event(Callback callback, WecomMessage message) {
        Place place = Place.of(message);
        String key = pseudonyms.of(place.key(callback.corpId()));
        Instant createdAt = message.header().createdAt();
        return Event.first(
                message.ofOneApp() ? callback.corpId() + "/" + callback.app() : callback.corpId(),
                id(message),
                EventTypes.of(message),
                key,
                createdAt == null ? callback.receivedAt() : createdAt,
                key,
                EventData.of(callback, message, place));
    }

    /** The MsgId; for events a pseudonym of all that tells them apart, as it names persons and an id is public. */
    private String id(WecomMessage message) {
        if (message instanceof MemberMessage chat && !chat.msgId().isEmpty()) {
            return chat.msgId();
        }
        Header header = message.header();
        List<String> parts = new ArrayList<>(List.of(header.type(), header.from(), seconds(header.createdAt())));
        parts.addAll(message.identity());
        return pseudonyms.of(parts.toArray(String[]::new));
    }

    private static String seconds(@Nullable Instant time) {
        return time == null ? "" : Long.toString(time.getEpochSecond());
    }
}
