package com.wecomesb.reply;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a menu.
 *
 * @param kind what a touch on it does
 * @param text what it says; for a click also what the customer then sends
 * @param id of a click, {@code menu_id} in the message that it sends
 */
record MenuItem(
        Kind kind,
        Field text,
        String id,
        @Nullable WebAddress url,
        String appid,
        @Nullable PagePath page) {

    static final Limit CLICK = Limit.bytes(128);
    static final Limit LABEL = Limit.bytes(1024);
    static final Limit NOTE = Limit.bytes(256);

    enum Kind {
        /** Sends its words as the customer's message. */
        CLICK,
        VIEW,
        MINIPROGRAM,
        /** A line that cannot be touched. */
        NOTE
    }

    static MenuItem click(Field text, String id) {
        return new MenuItem(Kind.CLICK, text, id, null, "", null);
    }

    static MenuItem note(Field text) {
        return new MenuItem(Kind.NOTE, text, "", null, "", null);
    }

    static MenuItem view(Field text, WebAddress url) {
        return new MenuItem(Kind.VIEW, text, "", url, "", null);
    }

    static MenuItem miniprogram(Field text, String appid, PagePath page) {
        return new MenuItem(Kind.MINIPROGRAM, text, "", null, appid, page);
    }

    /** An item of {@code msgmenu} (W94677); null when nothing is left of it. */
    @Nullable
    ObjectNode forKf(Map<String, Object> context) {
        String words = text.render(context);
        if (words.isEmpty()) {
            return null;
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        switch (kind) {
            case CLICK -> content.put("id", id);
            case VIEW -> {
                String address = url == null ? "" : url.render(context).orElse("");
                if (address.isEmpty()) {
                    return null;
                }
                content.put("url", address);
            }
            case MINIPROGRAM -> {
                content.put("appid", appid);
                content.put("pagepath", page == null ? "" : page.forKf(context));
            }
            case NOTE -> {
                // WeCom breaks the line at the two characters \n.
                return item("text", content.put("content", words.replace("\n", "\\n")));
            }
        }
        return item(kind.name().toLowerCase(Locale.ROOT), content.put("content", words));
    }

    /** The line of a text, where there are no menus; empty when nothing is left of it. */
    String forApp(Map<String, Object> context) {
        String words = text.render(context);
        if (words.isEmpty() || kind == Kind.NOTE || kind == Kind.MINIPROGRAM) {
            return words;
        }
        if (kind == Kind.CLICK) {
            return "· " + words;
        }
        String address = url == null ? "" : url.render(context).orElse("");
        return address.isEmpty() ? "" : "· <a href=\"" + address + "\">" + words + "</a>";
    }

    static ObjectNode view(String words, String address) {
        return item(
                "view",
                JsonNodeFactory.instance.objectNode().put("url", address).put("content", words));
    }

    private static ObjectNode item(String type, ObjectNode content) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("type", type);
        item.set(type, content);
        return item;
    }
}
