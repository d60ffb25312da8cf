package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.BoundedLog;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.callback.Callback;
import com.wecomesb.sandbox.callback.CallbackSender;
import com.wecomesb.sandbox.callback.PlainXml;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.wecom.MediaStore;
import com.wecomesb.sandbox.wecom.Members;
import com.wecomesb.sandbox.wecom.Phone;
import com.wecomesb.sandbox.wecom.WecomApp;
import org.jspecify.annotations.Nullable;

/** What members do in an app: each thing is a callback to it (W90239, W90240). */
@Simulated
class MemberActs {

    private final Members members;
    private final CallbackSender sender;
    private final MediaStore media;
    private final Ids ids;
    private final SandboxTime time;
    private final Changes changes;
    private final BoundedLog<Written> written;

    MemberActs(
            Members members,
            CallbackSender sender,
            MediaStore media,
            Ids ids,
            SandboxSettings settings,
            SandboxTime time,
            Changes changes) {
        this.members = members;
        this.sender = sender;
        this.media = media;
        this.ids = ids;
        this.time = time;
        this.changes = changes;
        this.written = new BoundedLog<>(settings.keep());
    }

    /** A message that a member wrote. */
    record Written(
            String msgid,
            String app,
            String userid,
            String type,
            @Nullable String text) {}

    /** A member writes; returns the MsgId. */
    String write(WecomApp app, String userid, JsonNode message, int times) {
        String type = message.path("type").asText("text");
        String msgid = Long.toString(ids.number());
        PlainXml xml = begin(app, userid, type);
        content(xml, type, message);
        xml.number("MsgId", msgid).number("AgentID", app.agentId());
        send(app, userid, xml, msgid, times);
        String text = type.equals("text") ? message.path("text").asText() : null;
        members.get(userid).phone().show(Phone.Bubble.of("member", type, text, time.now(), msgid));
        changes.note("member", userid);
        written.add(new Written(msgid, app.name(), userid, type, text));
        return msgid;
    }

    private void content(PlainXml xml, String type, JsonNode message) {
        switch (type) {
            case "text" -> xml.text("Content", required(message, "text"));
            case "image" ->
                xml.text("PicUrl", "https://wework.qpic.cn/sandbox/photo.png").text("MediaId", media.storePicture());
            case "voice" -> xml.text("MediaId", media.storePicture()).text("Format", "amr");
            case "video" -> xml.text("MediaId", media.storePicture()).text("ThumbMediaId", media.storePicture());
            case "location" ->
                xml.number("Location_X", 23.134)
                        .number("Location_Y", 113.358)
                        .number("Scale", 20)
                        .text("Label", "广州市海珠区");
            case "link" ->
                xml.text("Title", required(message, "text"))
                        .text("Description", "")
                        .text("Url", "https://work.weixin.qq.com")
                        .text("PicUrl", "");
            default -> throw new BadRequest("\"type\" must be text, image, voice, video, location or link");
        }
    }

    /** An event without content of its own: {@code enter_agent}, {@code subscribe}, {@code click} and the like. */
    String event(WecomApp app, String userid, String event, String eventKey, int times) {
        PlainXml xml = begin(app, userid, "event").text("Event", event);
        if (!event.endsWith("subscribe")) {
            xml.text("EventKey", eventKey);
        }
        xml.number("AgentID", app.agentId());
        String id = ids.text("event");
        send(app, userid, xml, id, times);
        return id;
    }

    private static String required(JsonNode message, String field) {
        String value = message.path(field).asText("");
        if (value.isEmpty()) {
            throw new BadRequest("\"" + field + "\" is missing");
        }
        return value;
    }

    private PlainXml begin(WecomApp app, String userid, String type) {
        return new PlainXml()
                .text("ToUserName", app.corpId())
                .text("FromUserName", userid)
                .number("CreateTime", time.seconds())
                .text("MsgType", type);
    }

    private void send(WecomApp app, String userid, PlainXml xml, String id, int times) {
        String lane = app.name() + "/" + userid;
        sender.send(new Callback(app, xml.toString(), true, id, lane, Math.max(1, times)));
    }

    Iterable<Written> written() {
        return written;
    }

    long total() {
        return written.total();
    }

    void clear() {
        written.clear();
    }
}
