package com.wecomesb.reply;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads cards: links, news, mini-programs. */
final class CardReader {

    private static final KnownKeys LINK_KEYS =
            KnownKeys.of("link", "title", "description", "url", "thumbnail", "picture");
    private static final KnownKeys NEWS_KEYS =
            KnownKeys.of("news", "title", "description", "url", "thumbnail", "picture");
    private static final KnownKeys MINIPROGRAM_KEYS =
            KnownKeys.of("miniprogram", "appid", "title", "description", "page", "thumbnail", "items");
    private static final MessageTemplate NOTHING = (channel, context) -> List.of();

    private final Mistakes mistakes;

    CardReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    MessageTemplate link(YamlNode node) {
        LINK_KEYS.check(node, mistakes);
        return card(node, "link").<MessageTemplate>map(card -> card).orElse(NOTHING);
    }

    MessageTemplate news(YamlNode list) {
        list.items().forEach(item -> NEWS_KEYS.check(item, mistakes));
        List<LinkMessage> cards = list.items().stream()
                .flatMap(item -> card(item, "news").stream())
                .toList();
        if (list.items().isEmpty() || list.items().size() > NewsMessage.MOST) {
            mistakes.add(list, "news 有 " + list.items().size() + " 篇,要有 1 到 " + NewsMessage.MOST + " 篇");
        }
        return cards.isEmpty() ? NOTHING : new NewsMessage(cards);
    }

    private Optional<LinkMessage> card(YamlNode node, String what) {
        Optional<Field> title = Field.read(node, "title", LinkMessage.TITLE, mistakes);
        Optional<Field> description = Field.read(node, "description", LinkMessage.DESCRIPTION, mistakes);
        Optional<WebAddress> url = WebAddress.read(node, "url", mistakes);
        Optional<WebAddress> picture = WebAddress.read(node, "picture", mistakes);
        Optional<MediaReference> thumbnail = thumbnail(node);
        if (title.isEmpty() || url.isEmpty()) {
            mistakes.add(node, what + " 要有 title 和 url");
            return Optional.empty();
        }
        return Optional.of(new LinkMessage(
                title.get(), description.orElse(null), url.get(), thumbnail.orElse(null), picture.orElse(null)));
    }

    private Optional<MediaReference> thumbnail(YamlNode node) {
        return node.get("thumbnail").flatMap(file -> MediaReference.read(file, MediaKind.IMAGE, mistakes));
    }

    MessageTemplate miniprogram(YamlNode node) {
        MINIPROGRAM_KEYS.check(node, mistakes);
        Optional<Field> title = Field.read(node, "title", MiniprogramMessage.TITLE, mistakes);
        Optional<Field> description = Field.read(node, "description", MiniprogramMessage.NOTICE_TITLE, mistakes);
        Optional<PagePath> page = node.get("page").map(path -> PagePath.of(path, mistakes));
        Optional<MediaReference> thumbnail = thumbnail(node);
        Map<String, Field> items = items(node);
        if (title.isEmpty() || page.isEmpty() || node.get("thumbnail").isEmpty()) {
            mistakes.add(node, "miniprogram 要有 appid、title、page 和 thumbnail");
        }
        String appid = appid(node);
        return title.isEmpty() || page.isEmpty() || thumbnail.isEmpty()
                ? NOTHING
                : new MiniprogramMessage(
                        appid, title.get(), description.orElse(null), page.get(), thumbnail.get(), items);
    }

    /** Of a mini-program: {@code wx} and sixteen digits of a hexadecimal number. */
    private String appid(YamlNode node) {
        String appid = node.get("appid").map(YamlNode::text).orElse("");
        MenuReader.checkAppid(appid, node.get("appid").orElse(node), mistakes);
        return appid;
    }

    private Map<String, Field> items(YamlNode node) {
        Map<String, Field> items = new LinkedHashMap<>();
        Optional<YamlNode> map = node.get("items");
        map.ifPresent(lines -> lines.keys().forEach(name -> {
            Field key = Field.of(name, "items 的名称", MiniprogramMessage.ITEM_NAME, mistakes);
            Field.read(lines, name.text(), MiniprogramMessage.ITEM_VALUE, mistakes)
                    .ifPresent(value -> items.put(key.render(Map.of()), value));
        }));
        if (map.isPresent() && (items.isEmpty() || items.size() > MiniprogramMessage.MOST_ITEMS)) {
            mistakes.add(map.get(), "items 要写成 {名称: 内容},1 到 " + MiniprogramMessage.MOST_ITEMS + " 行");
        }
        return items;
    }
}
