package com.wecomesb.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One message as WeCom takes it.
 *
 * @param msgtype {@code text}, {@code msgmenu}, …
 * @param content what stands under the key of that name: {@code {"content": "…"}}
 * @param media what has to be uploaded before, if anything
 * @param pause how long to wait after the message before it
 * @param shown its words for people who look at it elsewhere
 */
public record ReplyMessage(
        String msgtype, ObjectNode content, @Nullable Attachment media, Duration pause, String shown) {

    /**
     * A file of the routes folder that goes with a message.
     *
     * @param path below the routes folder
     * @param kind what it is uploaded as
     * @param field where its {@code media_id} belongs in the content
     */
    public record Attachment(String path, MediaKind kind, String field) {}

    static ReplyMessage text(String text) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("content", text);
        return new ReplyMessage("text", content, null, Duration.ZERO, text);
    }

    static ReplyMessage of(String msgtype, ObjectNode content, String shown) {
        return new ReplyMessage(msgtype, content, null, Duration.ZERO, shown);
    }

    ReplyMessage with(MediaReference media, String field) {
        return new ReplyMessage(msgtype, content, new Attachment(media.path(), media.kind(), field), pause, shown);
    }

    ReplyMessage after(Duration newPause) {
        return new ReplyMessage(msgtype, content, media, newPause, shown);
    }

    /** Without the content, which may hold a customer's words. */
    @Override
    public String toString() {
        return "ReplyMessage[" + msgtype + "]";
    }
}
