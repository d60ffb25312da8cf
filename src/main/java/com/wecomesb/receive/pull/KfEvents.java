package com.wecomesb.receive.pull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.kf.KfMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the canonical event of an entry of 微信客服. */
@Component
class KfEvents {

    private static final String CHANNEL = "kf";

    /** What the canonical message calls WeCom's fields. */
    private static final Map<String, String> RENAMED =
            Map.of("content", "text", "menu_id", "menuId", "media_id", "mediaId");

    private final Pseudonyms pseudonyms;

    KfEvents(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * The event of an entry.
     *
     * @param account the account that was read; entries do not always name it
     * @param customer who it is about, if that is known
     */
    Event of(String corpId, String app, String account, KfMessage message, @Nullable KfCustomer customer) {
        String peer = message.externalUserId();
        String key =
                peer == null ? pseudonyms.of(corpId, CHANNEL, account) : pseudonyms.of(corpId, CHANNEL, account, peer);
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("corp", corpId)
                .put("app", app)
                .put("channel", CHANNEL)
                .put("account", account)
                .put("peer", peer == null ? "" : peer)
                .put("peerKind", peer == null ? "" : "customer")
                .put("origin", originOf(message));
        if (customer != null) {
            ObjectNode person = data.putObject("customer").put("name", customer.name());
            if (customer.unionId() != null) {
                person.put("unionid", customer.unionId());
            }
        }
        data.set(message.isEvent() ? "change" : "message", message.isEvent() ? message.own() : messageOf(message));
        return Event.first(
                corpId,
                idOf(message),
                KfEventTypes.of(message),
                key,
                message.sentAt(),
                key,
                data.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** WeCom's own names, but for the few that every channel has. */
    private static ObjectNode messageOf(KfMessage message) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        message.own()
                .properties()
                .forEach(field -> own.set(RENAMED.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        own.put("id", message.msgId()).put("type", message.type());
        if (message.servicerUserId() != null) {
            own.put("servicer_userid", message.servicerUserId());
        }
        return own;
    }

    private static String originOf(KfMessage message) {
        return switch (message.origin()) {
            case CUSTOMER -> "customer";
            case SERVICER -> "servicer";
            case SYSTEM, UNKNOWN -> "system";
        };
    }

    /** Every entry has a msgid; should one come without, what it says is its identity, under a name that tells nothing. */
    private String idOf(KfMessage message) {
        String id = message.msgId().isEmpty()
                ? pseudonyms.of(
                        message.type(),
                        message.sentAt().toString(),
                        message.own().toString())
                : message.msgId();
        return "kf:" + id;
    }
}
