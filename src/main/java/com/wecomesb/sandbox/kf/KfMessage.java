package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes in a 微信客服 chat.
 *
 * @param type WeCom's msgtype
 * @param body the object of that name (W94670)
 */
public record KfMessage(String type, JsonNode body) {

    public static KfMessage text(String content) {
        return new KfMessage("text", JsonNodeFactory.instance.objectNode().put("content", content));
    }

    /** A click on a menu line: a text that says which one. */
    public static KfMessage menuClick(String content, String menuId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return new KfMessage("text", body.put("content", content).put("menu_id", menuId));
    }

    public static KfMessage media(String type, String mediaId) {
        return new KfMessage(type, JsonNodeFactory.instance.objectNode().put("media_id", mediaId));
    }

    /** The words; null for what has none. */
    @Nullable
    String words() {
        return type.equals("text") ? body.path("content").asText() : null;
    }
}
