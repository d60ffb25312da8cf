package com.wecomesb.rule.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.rule.Facts;

/** What a customer touched instead of writing: a menu item, a code. */
final class Clicks {

    private Clicks() {}

    /** The id of the item of a reply's menu, the key of an app's menu or of a card's button; empty for everything else. */
    static String item(Facts facts) {
        String ofMessage = facts.data().path("message").path("menuId").asText("");
        return ofMessage.isEmpty()
                ? facts.data().path("change").path("EventKey").asText("")
                : ofMessage;
    }

    /**
     * What the code says that brought the customer: the {@code State} of a contact way, the scene of a 微信客服 link, or
     * what a menu of the app scanned; empty for everything else.
     */
    static String state(Facts facts) {
        JsonNode change = facts.data().path("change");
        return switch (facts.eventType()) {
            case "wecom.session.entered" -> {
                String parameter = change.path("scene_param").asText("");
                yield parameter.isEmpty() ? change.path("scene").asText("") : parameter;
            }
            case "wecom.menu.scanned" ->
                change.path("ScanCodeInfo").path("ScanResult").asText("");
            default -> change.path("State").asText("");
        };
    }
}
