package com.wecomesb.reply;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads one message, whose key says of which kind it is. */
final class MessageReader {

    static final Limit TEXT = Limit.bytes(TextPieces.MAX_BYTES);

    private static final List<String> KINDS =
            List.of("text", "image", "link", "miniprogram", "file", "menu", "news", "voice", "video");
    private static final KnownKeys KEYS = KnownKeys.of(
            "消息", "text", "image", "link", "miniprogram", "file", "menu", "news", "voice", "video", "pause");
    private static final KnownKeys VIDEO_KEYS = KnownKeys.of("video", "file", "title", "description");
    private static final MessageTemplate NOTHING = (channel, context) -> List.of();

    private final Mistakes mistakes;
    private final CardReader cards;
    private final MenuReader menus;

    MessageReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.cards = new CardReader(mistakes);
        this.menus = new MenuReader(mistakes);
    }

    MessageTemplate read(YamlNode node) {
        KEYS.check(node, mistakes);
        List<YamlNode> kinds =
                node.keys().stream().filter(key -> KINDS.contains(key.text())).toList();
        if (kinds.isEmpty()) {
            mistakes.add(node, "每条消息要写 " + String.join("、", KINDS) + " 之一,例如 text: \"…\"");
            return NOTHING;
        }
        if (kinds.size() > 1) {
            mistakes.add(kinds.get(1), "一条消息只能有一种内容;“" + kinds.get(1).text() + "”另写一条");
        }
        String kind = kinds.get(0).text();
        return node.get(kind).map(value -> read(kind, value)).orElse(NOTHING);
    }

    private MessageTemplate read(String kind, YamlNode value) {
        return switch (kind) {
            case "text" -> text(value);
            case "link" -> cards.link(value);
            case "news" -> cards.news(value);
            case "miniprogram" -> cards.miniprogram(value);
            case "menu" -> menus.read(value);
            case "video" -> video(value);
            case "image" -> media(value, MediaKind.IMAGE);
            case "voice" -> media(value, MediaKind.VOICE);
            default -> media(value, MediaKind.FILE);
        };
    }

    private MessageTemplate text(YamlNode node) {
        if (!node.isText()) {
            mistakes.add(node, "text 要写一段文字");
            return NOTHING;
        }
        String certain = Literal.of(node.text());
        if (!TEXT.fits(certain)) {
            mistakes.add(node, "text 有 " + TEXT.exceededBy(TEXT.sizeOf(certain)) + ",请分成几条消息");
        }
        return new TextMessage(List.of(Template.of(node, mistakes)));
    }

    private MessageTemplate media(YamlNode node, MediaKind kind) {
        return MediaReference.read(node, kind, mistakes)
                .<MessageTemplate>map(file -> new MediaMessage(file, null, null))
                .orElse(NOTHING);
    }

    private MessageTemplate video(YamlNode node) {
        if (!node.isMap()) {
            return media(node, MediaKind.VIDEO);
        }
        VIDEO_KEYS.check(node, mistakes);
        Optional<Field> title = Field.read(node, "title", MediaMessage.TITLE, mistakes);
        Optional<Field> description = Field.read(node, "description", MediaMessage.DESCRIPTION, mistakes);
        return MediaReference.read(node.get("file").orElse(node), MediaKind.VIDEO, mistakes)
                .<MessageTemplate>map(file -> new MediaMessage(file, title.orElse(null), description.orElse(null)))
                .orElse(NOTHING);
    }
}
