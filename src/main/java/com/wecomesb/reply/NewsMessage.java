package com.wecomesb.reply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several cards in one: {@code news} in an app; 微信客服 has none, there it is a menu that leads to the pages. */
record NewsMessage(List<LinkMessage> cards) implements MessageTemplate {

    static final int MOST = 8;

    @Override
    public List<ReplyMessage> render(Channel channel, Map<String, Object> context) {
        if (cards.size() == 1 && channel == Channel.KF) {
            return cards.get(0).render(channel, context);
        }
        List<LinkMessage.Article> articles = cards.stream()
                .map(card -> card.fill(context))
                .filter(article -> !article.title().isEmpty() && !article.url().isEmpty())
                .toList();
        if (articles.isEmpty()) {
            return List.of();
        }
        String shown = articles.stream().map(LinkMessage.Article::asText).collect(Collectors.joining("\n"));
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        if (channel == Channel.APP) {
            ArrayNode list = content.putArray("articles");
            articles.forEach(article -> list.add(article.asNews()));
            return List.of(ReplyMessage.of("news", content, shown));
        }
        ArrayNode list = content.putArray("list");
        articles.forEach(article -> list.add(MenuItem.view(article.title(), article.url())));
        return List.of(ReplyMessage.of("msgmenu", content, shown));
    }

    @Override
    public Stream<MediaReference> media() {
        return cards.stream().flatMap(LinkMessage::media);
    }
}
