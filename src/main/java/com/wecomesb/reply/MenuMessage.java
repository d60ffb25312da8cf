package com.wecomesb.reply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words to choose from: {@code msgmenu} in 微信客服 (W94677), a text with a line for each in an app. */
record MenuMessage(
        @Nullable Field head,
        List<MenuItem> items,
        @Nullable Field tail) implements MessageTemplate {

    static final int MOST_LINES = 50;
    static final int MOST_CHOICES = 10;
    static final Limit HEAD = Limit.bytes(1024);

    @Override
    public List<ReplyMessage> render(Channel channel, Map<String, Object> context) {
        return channel == Channel.KF ? menu(context) : TextMessage.of(text(context));
    }

    private List<ReplyMessage> menu(Map<String, Object> context) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        if (head != null) {
            content.put("head_content", head.render(context));
        }
        ArrayNode list = content.putArray("list");
        for (MenuItem item : items) {
            ObjectNode line = item.forKf(context);
            if (line != null) {
                list.add(line);
            }
        }
        if (tail != null) {
            content.put("tail_content", tail.render(context));
        }
        return list.isEmpty()
                ? TextMessage.of(text(context))
                : List.of(ReplyMessage.of("msgmenu", content, text(context)));
    }

    private String text(Map<String, Object> context) {
        List<String> lines = new ArrayList<>();
        lines.add(head == null ? "" : head.render(context));
        items.forEach(item -> lines.add(item.forApp(context)));
        lines.add(tail == null ? "" : tail.render(context));
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }
}
