package com.wecomesb.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An image, a voice, a video or a file.
 *
 * @param title of a video, shown in apps only
 * @param description of a video, shown in apps only
 */
record MediaMessage(
        MediaReference file,
        @Nullable Field title,
        @Nullable Field description) implements MessageTemplate {

    static final Limit TITLE = Limit.bytes(128);
    static final Limit DESCRIPTION = Limit.bytes(512);

    @Override
    public List<ReplyMessage> render(Channel channel, Map<String, Object> context) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        if (channel == Channel.APP && title != null) {
            content.put("title", title.render(context));
        }
        if (channel == Channel.APP && description != null) {
            content.put("description", description.render(context));
        }
        String shown = "[" + file.kind().chinese() + "] " + file.path();
        return List.of(ReplyMessage.of(file.kind().word(), content, shown).with(file, "media_id"));
    }

    @Override
    public Stream<MediaReference> media() {
        return Stream.of(file);
    }
}
