package com.wecomesb.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A message as somebody describes it on the command line, in the form of a question to {@code rules/explain}. */
final class DescribedMessage {

    /** What Java makes of bytes that are none in the locale's encoding. */
    private static final char UNDECODABLE = '\uFFFD';

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "TEXT", description = "what the customer writes")
    private String text;

    @Option(
            names = "--contact",
            paramLabel = "ID|JSON",
            description = {
                "a stored contact, by our id or by what WeCom calls it (asks the running bus),",
                "or a description: {\"tags\": [\"会员/黄金\"], \"is\": \"returning\", \"region\": \"广东\"}"
            })
    private @Nullable String contact;

    @Option(names = "--tag", paramLabel = "TAG", description = "a tag of the described contact")
    private @Nullable List<String> tags;

    @Option(names = "--attribute", paramLabel = "NAME=VALUE", description = "an attribute of the described contact")
    private @Nullable Map<String, String> attributes;

    @Option(names = "--time", paramLabel = "TIME", description = "when it is asked, 2026-10-01 22:30; now")
    private @Nullable String time;

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "kf, app, …")
    private @Nullable String channel;

    @Option(names = "--account", paramLabel = "NAME", description = "the account that is written to")
    private @Nullable String account;

    @Option(names = "--type", paramLabel = "TYPE", description = "the kind of message: image, voice, …; text")
    private @Nullable String type;

    /** Whether it asks about a contact that only the bus knows. */
    boolean needsTheBus() {
        return contact != null && !isDescribed(contact);
    }

    JsonNode request() {
        if (text.indexOf(UNDECODABLE) >= 0) {
            throw CommandFailed.refused("the text arrives garbled: this shell's locale is not UTF-8 (LC_ALL=C.UTF-8)");
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("text", text);
        if (needsTheBus()) {
            if (tags != null || attributes != null) {
                throw CommandFailed.refused("--tag and --attribute describe a contact; a stored one has its own");
            }
            request.put("contact", contact);
        } else {
            request.set("contact", described());
        }
        if (time != null) {
            request.put("now", time);
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        put(event, "channel", channel);
        put(event, "account", account);
        if (type != null) {
            event.putObject("message").put("type", type);
        }
        if (!event.isEmpty()) {
            request.set("event", event);
        }
        return request;
    }

    private ObjectNode described() {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        if (contact != null) {
            try {
                known = (ObjectNode) JSON.readTree(contact);
            } catch (JsonProcessingException | ClassCastException unreadable) {
                throw CommandFailed.refused("--contact is neither an id nor a JSON object");
            }
        }
        if (attributes != null) {
            attributes.forEach(known::put);
        }
        if (tags != null) {
            tags.forEach(known.withArrayProperty("tags")::add);
        }
        return known;
    }

    private static boolean isDescribed(String contact) {
        return contact.stripLeading().startsWith("{");
    }

    private static void put(ObjectNode into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, value);
        }
    }
}
