package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.TagPath;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Notes what rules want noted, in the decide transaction itself: tags, attributes, a conversation's variables. */
final class ContactActions {

    /** Under this key {@code set} means the conversation, not the contact. */
    private static final String CONVERSATION = "conversation";

    private ContactActions() {}

    /** Adds and removes; what is no tag once it is filled in is left out. */
    static void tag(ActionSpec spec, Scene scene) {
        Contact contact = contact(scene);
        if (contact != null) {
            JsonNode parameters = TemplatedJson.render(spec.parameters(), scene.context());
            scene.memory().keep(contact.tagged(tags(parameters.path("add")), tags(parameters.path("remove"))));
        }
    }

    static void set(ActionSpec spec, Scene scene) {
        if (!(TemplatedJson.render(spec.parameters(), scene.context()) instanceof ObjectNode values)) {
            return;
        }
        JsonNode variables = values.remove(CONVERSATION);
        Contact contact = contact(scene);
        if (contact != null && !values.isEmpty()) {
            scene.memory().keep(contact.with(values));
        }
        Conversation conversation = scene.conversation() == null
                ? null
                : scene.memory().conversation(scene.conversation().id());
        if (conversation != null && variables instanceof ObjectNode noted) {
            scene.memory().keep(conversation.with(noted));
        }
    }

    private static @Nullable Contact contact(Scene scene) {
        return scene.contact() == null
                ? null
                : scene.memory().contact(scene.contact().id());
    }

    private static Set<String> tags(JsonNode list) {
        Set<String> tags = new TreeSet<>();
        (list.isArray() ? list : JsonNodeFactory.instance.arrayNode().add(list)).forEach(item -> {
            if (item.isValueNode() && !item.isNull() && TagPath.isValid(item.asText())) {
                tags.add(item.asText().strip());
            }
        });
        return tags;
    }
}
