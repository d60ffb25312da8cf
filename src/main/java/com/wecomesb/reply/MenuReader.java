package com.wecomesb.reply;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads menus. */
final class MenuReader {

    private static final KnownKeys MENU_KEYS = KnownKeys.of("menu", "head", "items", "tail");
    private static final KnownKeys ITEM_KEYS = KnownKeys.of("菜单项", "text", "id", "url", "appid", "page", "note");
    private static final String APPID = "wx[0-9A-Za-z]{14,30}";

    private final Mistakes mistakes;

    MenuReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    MessageTemplate read(YamlNode node) {
        MENU_KEYS.check(node, mistakes);
        Optional<Field> head = Field.read(node, "head", MenuMessage.HEAD, mistakes);
        Optional<Field> tail = Field.read(node, "tail", MenuMessage.HEAD, mistakes);
        List<MenuItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        node.get("items").map(YamlNode::items).orElse(List.of()).forEach(item -> {
            MenuItem read = item(item);
            if (read != null) {
                items.add(read);
                if (read.kind() == MenuItem.Kind.CLICK && !ids.add(read.id())) {
                    mistakes.add(item, "菜单项 id“" + read.id() + "”重复");
                }
            }
        });
        checkCounts(node, items);
        return new MenuMessage(head.orElse(null), items, tail.orElse(null));
    }

    private void checkCounts(YamlNode node, List<MenuItem> items) {
        long choices =
                items.stream().filter(item -> item.kind() != MenuItem.Kind.NOTE).count();
        if (node.get("items").isEmpty()) {
            mistakes.add(node, "menu 要有 items,例如 [查订单, 退换货]");
        } else if (items.size() > MenuMessage.MOST_LINES || choices > MenuMessage.MOST_CHOICES) {
            mistakes.add(
                    node,
                    "menu 有 " + items.size() + " 行、" + choices + " 个可点的,最多 " + MenuMessage.MOST_LINES + " 行、"
                            + MenuMessage.MOST_CHOICES + " 个可点的");
        }
    }

    private @Nullable MenuItem item(YamlNode node) {
        if (node.isText()) {
            return click(node, node);
        }
        ITEM_KEYS.check(node, mistakes);
        Optional<YamlNode> note = node.get("note");
        Optional<YamlNode> text = node.get("text");
        if (note.isPresent() == text.isPresent()) {
            mistakes.add(node, "菜单项要写 text(点了就发出这句话),或者 note(只是一行字)");
            return null;
        }
        if (text.isEmpty()) {
            return note.map(words -> MenuItem.note(Field.of(words, "note", MenuItem.NOTE, mistakes)))
                    .orElse(null);
        }
        Optional<WebAddress> url = WebAddress.read(node, "url", mistakes);
        if (url.isPresent()) {
            return MenuItem.view(Field.of(text.get(), "text", MenuItem.LABEL, mistakes), url.get());
        }
        return node.get("appid").isPresent() || node.get("page").isPresent()
                ? miniprogram(node, text.get())
                : click(node, text.get());
    }

    private MenuItem miniprogram(YamlNode node, YamlNode text) {
        String appid = node.get("appid").map(YamlNode::text).orElse("");
        checkAppid(appid, node.get("appid").orElse(node), mistakes);
        if (node.get("page").isEmpty()) {
            mistakes.add(node, "打开小程序的菜单项要有 page,例如 pages/index");
        }
        return MenuItem.miniprogram(
                Field.of(text, "text", MenuItem.LABEL, mistakes),
                appid,
                PagePath.of(node.get("page").orElse(node), mistakes));
    }

    static void checkAppid(String appid, YamlNode where, Mistakes mistakes) {
        if (!appid.matches(APPID)) {
            mistakes.add(where, "appid 要写小程序的 appid,例如 wx123123123123123");
        }
    }

    private MenuItem click(YamlNode node, YamlNode text) {
        Field words = Field.of(text, "菜单项", MenuItem.CLICK, mistakes);
        Optional<YamlNode> written = node.get("id");
        String id = written.map(YamlNode::text).orElseGet(() -> idOf(text.text()));
        if (!id.matches("[A-Za-z0-9_]{1,128}")) {
            mistakes.add(written.orElse(node), "菜单项的 id 要用字母、数字和 _,最多 128 个");
        }
        return MenuItem.click(words, id);
    }

    /** Stays the same as long as the words do, whatever is moved around them. */
    private static String idOf(String words) {
        CRC32 sum = new CRC32();
        sum.update(words.getBytes(StandardCharsets.UTF_8));
        return "m" + Long.toHexString(sum.getValue());
    }
}
