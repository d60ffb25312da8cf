package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Turns what a rule asks for into actions with final content. */
@Component
class ActionPlanner {

    private final ReplyActions replies;
    private final NoticeActions notices;
    private final SystemActions systems;

    ActionPlanner(ReplyActions replies, NoticeActions notices, SystemActions systems) {
        this.replies = replies;
        this.notices = notices;
        this.systems = systems;
    }

    /** Whether any of these hands the conversation to people; its epoch has then to rise before they are planned. */
    static boolean handsOver(List<ActionSpec> specs) {
        return specs.stream().anyMatch(spec -> spec.kind().equals("handoff"));
    }

    /** The actions in the order of the rule; leaving the conversation to people comes last, after the farewell. */
    List<ActionLog.Entry> plan(List<ActionSpec> specs, Scene scene) {
        List<ActionLog.Entry> planned = new ArrayList<>();
        ActionIds ids = new ActionIds(scene);
        for (ActionSpec spec : specs) {
            switch (spec.kind()) {
                case "reply" -> planned.addAll(replies.plan(spec, scene, ids));
                case "notify", "handoff" -> planned.addAll(notices.plan(spec, scene, ids));
                case "crm", "shop", "ticket" -> planned.addAll(systems.call(spec, scene, ids, this));
                case "tag" -> tag(spec, scene);
                case "set" -> set(spec, scene);
                default -> throw new IllegalStateException("no such action: " + spec.kind());
            }
        }
        if (handsOver(specs)) {
            planned.addAll(QueueActions.leaveToPeople(scene, ids));
        }
        return planned;
    }

    /** For a conversation that the bot does not serve: WeCom's own queue has it from now on. */
    List<ActionLog.Entry> leaveToPeople(Scene scene) {
        return QueueActions.leaveToPeople(scene, new ActionIds(scene));
    }

    /** Who has the conversation once it was handed over: the queue of 微信客服, or the colleague who was told. */
    static Conversation handedOver(Conversation conversation) {
        return conversation.ownedBy(
                conversation.address().isKf() ? ConversationState.WAITING : ConversationState.HUMAN);
    }

    private static void tag(ActionSpec spec, Scene scene) {
        Contact contact = scene.memory()
                .contact(scene.contact() == null ? null : scene.contact().id());
        if (contact != null) {
            JsonNode parameters = TemplatedJson.render(spec.parameters(), scene.context());
            scene.memory().keep(contact.tagged(texts(parameters.path("add")), texts(parameters.path("remove"))));
        }
    }

    private static void set(ActionSpec spec, Scene scene) {
        Contact contact = scene.memory()
                .contact(scene.contact() == null ? null : scene.contact().id());
        if (contact != null && TemplatedJson.render(spec.parameters(), scene.context()) instanceof ObjectNode values) {
            scene.memory().keep(contact.with(values));
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        (list.isArray() ? list : JsonNodeFactory.instance.arrayNode().add(list)).forEach(item -> {
            if (item.isValueNode() && !item.isNull()) {
                texts.add(item.asText());
            }
        });
        return texts;
    }
}
