package com.wecomesb.wecom.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that a member wrote to an app (W90239); media can be fetched for three days. */
public sealed interface MemberMessage extends WecomMessage {

    /** A 64-bit number, kept as text because it exceeds what JSON readers keep exactly. */
    String msgId();

    /** The word in {@code MsgType}. */
    String type();

    @Override
    default List<String> identity() {
        return msgId().isEmpty() ? header().everything() : List.of(msgId());
    }

    @Override
    default boolean ofOneApp() {
        return true;
    }

    /** {@code text}. */
    record Text(Header header, String msgId, String content) implements MemberMessage {

        Text(Header header) {
            this(header, header.text("MsgId"), header.text("Content"));
        }

        @Override
        public String type() {
            return "text";
        }

        @Override
        public String toString() {
            return "Text[msgId=" + msgId + "]";
        }
    }

    /** {@code image}. */
    record Image(Header header, String msgId, String mediaId, String picUrl) implements MemberMessage {

        Image(Header header) {
            this(header, header.text("MsgId"), header.text("MediaId"), header.text("PicUrl"));
        }

        @Override
        public String type() {
            return "image";
        }

        @Override
        public String toString() {
            return "Image[msgId=" + msgId + "]";
        }
    }

    /** {@code voice}; the format is {@code amr} or {@code speex}. */
    record Voice(Header header, String msgId, String mediaId, String format) implements MemberMessage {

        Voice(Header header) {
            this(header, header.text("MsgId"), header.text("MediaId"), header.text("Format"));
        }

        @Override
        public String type() {
            return "voice";
        }
    }

    /** {@code video}. */
    record Video(Header header, String msgId, String mediaId, String thumbMediaId) implements MemberMessage {

        Video(Header header) {
            this(header, header.text("MsgId"), header.text("MediaId"), header.text("ThumbMediaId"));
        }

        @Override
        public String type() {
            return "video";
        }
    }

    /** {@code location}. */
    record Location(
            Header header,
            String msgId,
            double latitude,
            double longitude,
            @Nullable Integer scale,
            String label) implements MemberMessage {

        Location(Header header) {
            this(
                    header,
                    header.text("MsgId"),
                    header.number("Location_X"),
                    header.number("Location_Y"),
                    header.integer("Scale"),
                    header.text("Label"));
        }

        @Override
        public String type() {
            return "location";
        }

        @Override
        public String toString() {
            return "Location[msgId=" + msgId + "]";
        }
    }

    /** {@code link}. */
    record Link(Header header, String msgId, String title, String description, String url, String picUrl)
            implements MemberMessage {

        Link(Header header) {
            this(
                    header,
                    header.text("MsgId"),
                    header.text("Title"),
                    header.text("Description"),
                    header.text("Url"),
                    header.text("PicUrl"));
        }

        @Override
        public String type() {
            return "link";
        }

        @Override
        public String toString() {
            return "Link[msgId=" + msgId + "]";
        }
    }
}
