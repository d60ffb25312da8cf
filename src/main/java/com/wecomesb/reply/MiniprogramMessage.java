package com.wecomesb.reply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A card that opens a mini-program: {@code miniprogram} in 微信客服, {@code miniprogram_notice} in an app.
 *
 * @param description shown in apps only
 * @param items lines of a name and a value, shown in apps only
 */
record MiniprogramMessage(
        String appid,
        Field title,
        @Nullable Field description,
        PagePath page,
        MediaReference thumbnail,
        Map<String, Field> items)
        implements MessageTemplate {

    static final int MOST_ITEMS = 10;
    static final Limit TITLE = Limit.bytes(64);
    static final Limit NOTICE_TITLE = Limit.characters(12);
    static final Limit ITEM_NAME = Limit.characters(10);
    static final Limit ITEM_VALUE = Limit.characters(30);

    private static final int SHORTEST_NOTICE_TITLE = 4;

    @Override
    public List<ReplyMessage> render(Channel channel, Map<String, Object> context) {
        String words = title.render(context);
        String shown = "[小程序] " + words;
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("appid", appid);
        if (channel == Channel.KF) {
            content.put("title", words);
            content.put("pagepath", page.forKf(context));
            return List.of(ReplyMessage.of("miniprogram", content, shown).with(thumbnail, "thumb_media_id"));
        }
        content.put("page", page.forApp(context));
        content.put("title", noticeTitle(words));
        if (description != null) {
            content.put("description", description.render(context));
        }
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        items.forEach((name, value) -> {
            String text = value.render(context);
            if (!text.isEmpty()) {
                lines.addObject().put("key", name).put("value", text);
            }
        });
        if (!lines.isEmpty()) {
            content.set("content_item", lines);
        }
        return List.of(ReplyMessage.of("miniprogram_notice", content, shown));
    }

    /** WeCom wants 4 to 12 characters. */
    private static String noticeTitle(String words) {
        return NOTICE_TITLE.cut(
                words.codePointCount(0, words.length()) < SHORTEST_NOTICE_TITLE ? "小程序:" + words : words);
    }

    @Override
    public Stream<MediaReference> media() {
        return Stream.of(thumbnail);
    }
}
