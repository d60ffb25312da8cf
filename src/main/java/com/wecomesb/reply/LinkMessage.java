package com.wecomesb.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A card that leads to a page: {@code link} in 微信客服, {@code news} or {@code textcard} in an app.
 *
 * @param thumbnail what 微信客服 shows; without it the card goes out there as a text
 * @param picture the URL of what an app shows; without it the card has no picture there
 */
record LinkMessage(
        Field title,
        @Nullable Field description,
        WebAddress url,
        @Nullable MediaReference thumbnail,
        @Nullable WebAddress picture)
        implements MessageTemplate {

    static final Limit TITLE = Limit.bytes(128);
    static final Limit DESCRIPTION = Limit.bytes(512);

    @Override
    public List<ReplyMessage> render(Channel channel, Map<String, Object> context) {
        Article article = fill(context);
        if (article.url().isEmpty() || article.title().isEmpty() || (channel == Channel.KF && thumbnail == null)) {
            return TextMessage.of(article.asText());
        }
        return List.of(channel == Channel.KF ? forKf(article) : forApp(article));
    }

    Article fill(Map<String, Object> context) {
        return new Article(
                title.render(context),
                description == null ? "" : description.render(context),
                url.render(context).orElse(""),
                Optional.ofNullable(picture)
                        .flatMap(address -> address.render(context))
                        .orElse(""));
    }

    private ReplyMessage forKf(Article article) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("title", article.title());
        content.put("desc", article.description());
        content.put("url", article.url());
        ReplyMessage message = ReplyMessage.of("link", content, article.asText());
        return thumbnail == null ? message : message.with(thumbnail, "thumb_media_id");
    }

    private static ReplyMessage forApp(Article article) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        if (!article.picture().isEmpty()) {
            content.putArray("articles").add(article.asNews());
            return ReplyMessage.of("news", content, article.asText());
        }
        content.put("title", article.title());
        content.put("description", article.description().isEmpty() ? article.title() : article.description());
        content.put("url", article.url());
        return ReplyMessage.of("textcard", content, article.asText());
    }

    @Override
    public Stream<MediaReference> media() {
        return Stream.ofNullable(thumbnail);
    }

    /** A card filled in; what is empty is not there. */
    record Article(String title, String description, String url, String picture) {

        String asText() {
            return String.join("\n", title, description, url)
                    .replaceAll("\n{2,}", "\n")
                    .strip();
        }

        ObjectNode asNews() {
            ObjectNode article = JsonNodeFactory.instance.objectNode();
            article.put("title", title);
            if (!description.isEmpty()) {
                article.put("description", description);
            }
            article.put("url", url);
            if (!picture.isEmpty()) {
                article.put("picurl", picture);
            }
            return article;
        }
    }
}
