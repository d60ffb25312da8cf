package com.wecomesb.receive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.message.MemberMessage;
import com.wecomesb.wecom.message.UnreadableMessage;
import com.wecomesb.wecom.message.WecomMessage;
import java.io.IOException;

/** The data of a canonical event: who and where, and the message, or what changed under WeCom's own names. */
final class EventData {

    private EventData() {}

    static byte[] of(Callback callback, WecomMessage message, Place place) {
        boolean isMessage = message instanceof MemberMessage;
        return Json.bytes(data -> {
            data.writeStringField("corp", callback.corpId());
            data.writeStringField("app", callback.app());
            data.writeStringField("channel", place.isChat() ? place.channel() : "");
            data.writeStringField("account", place.account());
            data.writeStringField("peer", place.isChat() ? place.peer() : "");
            data.writeStringField("peerKind", place.peerKind());
            data.writeStringField("origin", isMessage ? "customer" : "system");
            data.writeObjectFieldStart(isMessage ? "message" : "change");
            if (message instanceof MemberMessage chat) {
                writeMessage(data, chat);
            } else if (message instanceof UnreadableMessage unreadable) {
                data.writeStringField("plaintext", unreadable.plaintext());
            } else {
                ChangeFields.write(data, message.header().source());
            }
            data.writeEndObject();
        });
    }

    private static void writeMessage(JsonGenerator json, MemberMessage message) throws IOException {
        json.writeStringField("id", message.msgId());
        json.writeStringField("type", message.type());
        if (message instanceof MemberMessage.Text text) {
            json.writeStringField("text", text.content());
        } else if (message instanceof MemberMessage.Image image) {
            json.writeStringField("mediaId", image.mediaId());
            json.writeStringField("picUrl", image.picUrl());
        } else if (message instanceof MemberMessage.Voice voice) {
            json.writeStringField("mediaId", voice.mediaId());
            json.writeStringField("format", voice.format());
        } else if (message instanceof MemberMessage.Video video) {
            json.writeStringField("mediaId", video.mediaId());
            json.writeStringField("thumbMediaId", video.thumbMediaId());
        } else if (message instanceof MemberMessage.Location location) {
            writeLocation(json, location);
        } else if (message instanceof MemberMessage.Link link) {
            json.writeStringField("title", link.title());
            json.writeStringField("description", link.description());
            json.writeStringField("url", link.url());
            json.writeStringField("picUrl", link.picUrl());
        }
    }

    private static void writeLocation(JsonGenerator json, MemberMessage.Location location) throws IOException {
        writeNumber(json, "latitude", location.latitude());
        writeNumber(json, "longitude", location.longitude());
        if (location.scale() != null) {
            json.writeNumberField("scale", location.scale());
        }
        json.writeStringField("label", location.label());
    }

    private static void writeNumber(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        }
    }
}
