package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a ticket system is told of a message: the canonical ticket and the canonical comment. */
final class TicketDocument {

    private TicketDocument() {}

    /** The canonical comment, {@code schemas/comment.schema.json}: what the customer wrote, unless the rule says otherwise. */
    static ObjectNode comment(String actionId, Scene scene) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("externalId", actionId);
        JsonNode message = scene.data().path("message");
        String text = message.path("text").asText("");
        document.put("text", text.isBlank() ? "[" + message.path("type").asText("") + "]" : text);
        ObjectNode author = document.putObject("author").put("kind", "customer");
        if (scene.contact() != null && scene.contact().name() != null) {
            author.put("name", scene.contact().name());
        }
        attach(document, scene);
        return document.put("public", true);
    }

    /** The file that the customer sent, as WeCom knows it; it is fetched when the document goes out. */
    private static void attach(ObjectNode document, Scene scene) {
        String mediaId = scene.data().path("message").path("mediaId").asText("");
        if (!mediaId.isEmpty() && scene.conversation() != null) {
            document.putArray("attachments")
                    .addObject()
                    .put("app", scene.conversation().address().app())
                    .put("mediaId", mediaId)
                    .put("kind", scene.data().path("message").path("type").asText("file"));
        }
    }

    /** The canonical ticket, {@code schemas/ticket.schema.json}; its id is the action's, so it is never made twice. */
    static ObjectNode ticket(String actionId, Scene scene) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("externalId", actionId);
        document.put("description", scene.data().path("message").path("text").asText(""));
        if (scene.contact() != null) {
            ObjectNode contact = document.putObject("contact");
            contact.put("id", scene.contact().id());
            if (scene.contact().name() != null) {
                contact.put("name", scene.contact().name());
            }
        }
        if (scene.conversation() != null) {
            document.put("conversation", scene.conversation().id());
            document.put("channel", scene.conversation().address().channel());
        }
        attach(document, scene);
        return document;
    }
}
