package com.wecomesb.sandbox.wecom;

import com.wecomesb.sandbox.Simulated;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an application message may contain, by its type (W90236). */
@Simulated
class MessageContent {

    private static final int LONGEST_MARKDOWN = 2048;
    private static final int MOST_ARTICLES = 8;
    private static final Set<String> CARDS =
            Set.of("text_notice", "news_notice", "button_interaction", "vote_interaction", "multiple_interaction");

    private final MediaStore media;
    private final Map<String, Function<Content, @Nullable Errcode>> rules;

    MessageContent(MediaStore media) {
        this.media = media;
        this.rules = Map.ofEntries(
                Map.entry("text", MessageContent::text),
                Map.entry("markdown", MessageContent::markdown),
                Map.entry("image", this::media),
                Map.entry("voice", this::media),
                Map.entry("video", this::media),
                Map.entry("file", this::media),
                Map.entry("textcard", MessageContent::textCard),
                Map.entry("news", MessageContent::articles),
                Map.entry("mpnews", MessageContent::articles),
                Map.entry("miniprogram_notice", MessageContent::miniprogram),
                Map.entry("template_card", MessageContent::card));
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

    private static @Nullable Errcode markdown(Content content) {
        if (content.text("content").isEmpty()) {
            return Errcode.TEXT_EMPTY;
        }
        return Utf8.length(content.text("content")) > LONGEST_MARKDOWN ? Errcode.CONTENT_TOO_LONG : null;
    }

    private @Nullable Errcode media(Content content) {
        return media.isThere(content.text("media_id"), content.type()) ? null : Errcode.WRONG_MEDIA_ID;
    }

    private static @Nullable Errcode textCard(Content content) {
        return has(content, "title")
                        && has(content, "description")
                        && content.text("url").contains("://")
                ? null
                : Errcode.WRONG_PARAMETER;
    }

    private static @Nullable Errcode articles(Content content) {
        int count = content.body().path("articles").size();
        if (count > MOST_ARTICLES) {
            return Errcode.TOO_MANY_ARTICLES;
        }
        return count == 0 ? Errcode.WRONG_PARAMETER : null;
    }

    private static @Nullable Errcode miniprogram(Content content) {
        return has(content, "appid") && has(content, "title") ? null : Errcode.WRONG_PARAMETER;
    }

    private static @Nullable Errcode card(Content content) {
        return CARDS.contains(content.text("card_type")) ? null : Errcode.WRONG_PARAMETER;
    }

    private static boolean has(Content content, String field) {
        return !content.text(field).isEmpty();
    }
}
