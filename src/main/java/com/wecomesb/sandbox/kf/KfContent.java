package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.Content;
import com.wecomesb.sandbox.wecom.Errcode;
import com.wecomesb.sandbox.wecom.MediaStore;
import com.wecomesb.sandbox.wecom.Utf8;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a message to a customer may contain, by its type (W94677). */
@Simulated
class KfContent {

    private static final int LONGEST_TITLE = 128;
    private static final int LONGEST_CARD_TITLE = 64;
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_CLICK = 128;
    private static final int LONGEST_NOTE = 256;
    private static final int LONGEST_MENU_TEXT = 1024;
    private static final int MOST_MENU_LINES = 50;
    private static final int MOST_MENU_ITEMS = 10;
    private static final Set<String> MENU_ITEMS = Set.of("click", "view", "miniprogram");

    private final MediaStore media;
    private final Map<String, Function<Content, @Nullable Errcode>> rules;

    KfContent(MediaStore media) {
        this.media = media;
        this.rules = Map.of(
                "text", KfContent::text,
                "image", this::media,
                "voice", this::media,
                "video", this::media,
                "file", this::media,
                "link", this::link,
                "miniprogram", this::miniprogram,
                "location", content -> needs(content, "name", "address", "latitude", "longitude"),
                "ca_link", content -> needs(content, "link_url"),
                "msgmenu", KfContent::menu);
    }

    /** What is wrong with it, or null. */
    @Nullable
    Errcode fault(Content content) {
        Function<Content, @Nullable Errcode> rule = rules.get(content.type());
        return rule == null ? Errcode.WRONG_MESSAGE_TYPE : rule.apply(content);
    }

    private static @Nullable Errcode text(Content content) {
        return content.text("content").isEmpty() ? Errcode.TEXT_EMPTY : null;
    }

    private @Nullable Errcode media(Content content) {
        return media.isThere(content.text("media_id"), content.type()) ? null : Errcode.WRONG_MEDIA_ID;
    }

    private @Nullable Errcode link(Content content) {
        String url = content.text("url");
        if (!url.contains("://") || content.text("title").isEmpty()) {
            return Errcode.WRONG_PARAMETER;
        }
        if (Utf8.length(content.text("title")) > LONGEST_TITLE || Utf8.length(url) > LONGEST_URL) {
            return Errcode.CONTENT_TOO_LONG;
        }
        return media.isThere(content.text("thumb_media_id"), "image") ? null : Errcode.WRONG_MEDIA_ID;
    }

    private @Nullable Errcode miniprogram(Content content) {
        Errcode fault = needs(content, "appid", "title", "pagepath");
        if (fault == null && Utf8.length(content.text("title")) > LONGEST_CARD_TITLE) {
            fault = Errcode.CONTENT_TOO_LONG;
        }
        boolean pictured = media.isThere(content.text("thumb_media_id"), "image");
        return fault != null || pictured ? fault : Errcode.WRONG_MEDIA_ID;
    }

    private static @Nullable Errcode needs(Content content, String... fields) {
        for (String field : fields) {
            if (content.text(field).isEmpty()) {
                return Errcode.WRONG_PARAMETER;
            }
        }
        return null;
    }

    private static @Nullable Errcode menu(Content content) {
        if (Utf8.length(content.text("head_content")) > LONGEST_MENU_TEXT
                || Utf8.length(content.text("tail_content")) > LONGEST_MENU_TEXT) {
            return Errcode.CONTENT_TOO_LONG;
        }
        JsonNode lines = content.body().path("list");
        int items = 0;
        for (JsonNode line : lines) {
            String type = line.path("type").asText("");
            if (!line.has(type) || !(MENU_ITEMS.contains(type) || type.equals("text"))) {
                return Errcode.WRONG_MENU_ITEM;
            }
            if (isTooLong(type, line.path(type))) {
                return Errcode.CONTENT_TOO_LONG;
            }
            items += MENU_ITEMS.contains(type) ? 1 : 0;
        }
        return lines.size() > MOST_MENU_LINES || items > MOST_MENU_ITEMS ? Errcode.TOO_MANY_MENU_ITEMS : null;
    }

    private static boolean isTooLong(String type, JsonNode line) {
        int longest = switch (type) {
            case "click" -> LONGEST_CLICK;
            case "text" -> LONGEST_NOTE;
            default -> LONGEST_MENU_TEXT;
        };
        return Utf8.length(line.path("content").asText("")) > longest
                || Utf8.length(line.path("id").asText("")) > LONGEST_CLICK
                || Utf8.length(line.path("url").asText("")) > LONGEST_URL;
    }
}
