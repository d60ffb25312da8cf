package com.wecomesb.wecom.kf;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;

/** Reads entries of {@code msg_list}; one that is not understood is {@link KfContent.Unknown}, never an error. */
public final class KfMessages {

    private static final String EVENT = "event";

    private static final Map<String, Function<KfFields, KfContent>> BODIES = Map.ofEntries(
            entry("text", KfBody.Text::new),
            entry("image", KfBody.Image::new),
            entry("voice", KfBody.Voice::new),
            entry("video", KfBody.Video::new),
            entry("file", KfBody.File::new),
            entry("location", KfBody.Location::new),
            entry("link", KfBody.Link::new),
            entry("business_card", KfBody.BusinessCard::new),
            entry("miniprogram", KfBody.Miniprogram::new),
            entry("msgmenu", KfBody.Menu::new),
            entry("channels_shop_product", KfBody.ShopProduct::new),
            entry("channels_shop_order", KfBody.ShopOrder::new),
            entry("merged_msg", KfBody.Merged::new),
            entry("channels", KfBody.Channels::new),
            entry("meeting", own -> new KfBody.Meeting()),
            entry("calendar", own -> new KfBody.Calendar()),
            entry("note", own -> new KfBody.Note()));

    private static final Map<String, Function<KfFields, KfContent>> EVENTS = Map.of(
            "enter_session", KfEvent.EnterSession::new,
            "msg_send_fail", KfEvent.MessageFailed::new,
            "servicer_status_change", KfEvent.ServicerStatusChanged::new,
            "session_status_change", KfEvent.SessionStatusChanged::new,
            "user_recall_msg", KfEvent.CustomerRecalled::new,
            "servicer_recall_msg", KfEvent.ServicerRecalled::new,
            "reject_customer_msg_switch_change", KfEvent.RejectionSwitched::new);

    private KfMessages() {}

    /** Reads one entry. */
    public static KfMessage read(JsonNode entry) {
        KfFields envelope = new KfFields(entry);
        String msgtype = envelope.text("msgtype");
        boolean isEvent = msgtype.equals(EVENT);
        KfFields own = envelope.object(msgtype);
        String type = isEvent ? own.text("event_type") : msgtype;
        Function<KfFields, KfContent> reader = (isEvent ? EVENTS : BODIES).get(type);
        // An event has its account and customer inside.
        KfFields place = isEvent ? own : envelope;
        return new KfMessage(
                envelope.text("msgid"),
                envelope.time("send_time"),
                KfMessage.Origin.of(envelope.number("origin")),
                isEvent,
                type,
                place.text("open_kfid"),
                place.optionalText("external_userid"),
                envelope.optionalText("servicer_userid"),
                reader == null ? new KfContent.Unknown(type) : reader.apply(own),
                own.object());
    }
}
