package com.wecomesb.wecom.message;

import com.wecomesb.wecom.xml.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all messages and events have.
 *
 * @param corpId {@code ToUserName}
 * @param from the member's UserID, {@code sys} for events of the platform, empty for 微信客服
 * @param createdAt {@code CreateTime}, a full second
 * @param agentId the app's number
 * @param source the whole of it as it came, with the elements that no record names
 */
public record Header(
        String corpId,
        String from,
        @Nullable Instant createdAt,
        @Nullable Integer agentId,
        XmlElement source) {

    /** What differs between two apps that are told of the same event, and so is no part of its identity. */
    private static final Set<String> OF_THE_APP = Set.of("AgentID", "WelcomeCode", "StrategyId");

    static Header of(XmlElement source) {
        return new Header(
                source.text("ToUserName"),
                source.text("FromUserName"),
                seconds(source.text("CreateTime")),
                integer(source.text("AgentID")),
                source);
    }

    /** {@code MsgType}, for events {@code event/Event} or {@code event/Event/ChangeType}. */
    public String type() {
        String type = text("MsgType");
        if (!type.equals("event")) {
            return type;
        }
        String event = "event/" + text("Event").toLowerCase(Locale.ROOT);
        String change = text("ChangeType");
        return change.isEmpty() ? event : event + "/" + change;
    }

    String text(String name) {
        return source.text(name);
    }

    @Nullable
    Integer integer(String name, String... path) {
        return integer(at(path).text(name));
    }

    double number(String name, String... path) {
        try {
            return Double.parseDouble(at(path).text(name).strip());
        } catch (NumberFormatException missing) {
            return Double.NaN;
        }
    }

    @Nullable
    Instant instant(String name) {
        return seconds(source.text(name));
    }

    /** The texts of a comma-separated element. */
    List<String> list(String name) {
        String text = source.text(name);
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    /** The element at the end of a path of names, an empty one if there is none. */
    XmlElement at(String... path) {
        XmlElement element = source;
        for (String name : path) {
            XmlElement child = element.child(name);
            if (child == null) {
                return new XmlElement(name, "", List.of());
            }
            element = child;
        }
        return element;
    }

    /** Every field with its path, for types whose fields are all part of what they are. */
    List<String> everything() {
        List<String> fields = new ArrayList<>();
        source.children().stream()
                .filter(field -> !OF_THE_APP.contains(field.name()))
                .forEach(field -> collect("", field, fields));
        return fields;
    }

    private static void collect(String path, XmlElement element, List<String> fields) {
        String name = path + "/" + element.name();
        fields.add(name + "=" + element.text());
        element.children().forEach(child -> collect(name, child, fields));
    }

    private static @Nullable Instant seconds(String text) {
        try {
            return Instant.ofEpochSecond(Integer.toUnsignedLong(Integer.parseUnsignedInt(text.strip())));
        } catch (NumberFormatException missing) {
            return null;
        }
    }

    private static @Nullable Integer integer(String text) {
        try {
            return text.isEmpty() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException missing) {
            return null;
        }
    }
}
