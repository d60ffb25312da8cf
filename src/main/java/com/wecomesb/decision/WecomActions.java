package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plans what colleagues are told through WeCom, and the way into WeCom's own queue. */
@Component
class WecomActions {

    private final DecisionSettings settings;

    WecomActions(DecisionSettings settings) {
        this.settings = settings;
    }

    /** {@code kf/service_state/trans} to 2, WeCom's waiting pool (W94669). Other channels have no queue of their own. */
    List<ActionLog.Entry> leaveToPeople(Scene scene, ActionIds ids) {
        Conversation conversation = scene.conversation();
        if (conversation == null || !conversation.address().isKf()) {
            return List.of();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("open_kfid", conversation.address().account());
        body.put("external_userid", conversation.address().peer());
        body.put("service_state", 2);
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("app", conversation.address().app());
        payload.set("body", body);
        Instant expires = scene.now().plus(Conversation.KF_WINDOW);
        return List.of(
                ready(request(conversation, "kf/service_state/trans", payload, scene, ids, scene.now(), expires)));
    }

    /** @param payload {@code {"app", "body"}}, and what is to be uploaded before */
    static Action request(
            Conversation conversation,
            String path,
            ObjectNode payload,
            Scene scene,
            ActionIds ids,
            Instant due,
            Instant expires) {
        Conversation.Address address = conversation.address();
        return new Action(
                ids.next(),
                ids.cause(),
                ActionKind.REPLY,
                path,
                address.app(),
                "wecom:" + address.corp() + ":" + path,
                "reply:" + conversation.id(),
                scene.memory().position(),
                conversation.id(),
                conversation.contactId(),
                scene.epoch(),
                true,
                payload,
                ActionIds.hash(address.app() + "\n" + payload.path("body") + payload.path("media")),
                null,
                scene.policy().snapshot(),
                due,
                expires,
                false);
    }

    /** A notice to a group of colleagues that {@code accounts.yaml} names; a handoff without one tells nobody. */
    List<ActionLog.Entry> notice(ActionSpec spec, Scene scene, ActionIds ids) {
        String group = spec.parameters().path("to").asText("");
        if (group.isEmpty()) {
            return List.of();
        }
        return scene.policy()
                .accounts()
                .group(group)
                .map(colleagues -> List.of(ready(notice(spec, colleagues, group, scene, ids))))
                .orElseGet(() -> List.of(skipped(scene, ids, "notify", "accounts.yaml 里没有叫“" + group + "”的组")));
    }

    private Action notice(ActionSpec spec, Group colleagues, String group, Scene scene, ActionIds ids) {
        JsonNode parameters = TemplatedJson.renderForPeople(spec.parameters(), scene.context());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("touser", String.join("|", colleagues.users()));
        body.put("msgtype", "text");
        body.set("text", JsonNodeFactory.instance.objectNode().put("content", noticeText(parameters, scene)));
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("app", colleagues.app());
        payload.set("body", body);
        return new Action(
                ids.next(),
                ids.cause(),
                ActionKind.NOTIFY,
                "message/send",
                colleagues.app(),
                "app:" + colleagues.app() + ":message/send",
                "notify:" + group,
                scene.memory().position(),
                scene.conversation() == null ? null : scene.conversation().id(),
                scene.contact() == null ? null : scene.contact().id(),
                scene.epoch(),
                false,
                payload,
                ActionIds.hash(colleagues.app() + "\n" + body),
                null,
                scene.policy().snapshot(),
                scene.now(),
                scene.now().plus(settings.noticeExpiresAfter()),
                false);
    }

    private static String noticeText(JsonNode parameters, Scene scene) {
        String text = parameters.path("text").asText("");
        if (!text.isEmpty()) {
            return text;
        }
        String name = scene.contact() == null || scene.contact().name() == null
                ? "一位客户"
                : scene.contact().name();
        String said = ((Map<?, ?>) scene.context().getOrDefault("event", Map.of())).get("text") instanceof String words
                        && !words.isEmpty()
                ? ":" + words
                : "";
        return ReplyLibrary.harmless(name + " 需要人工处理" + said);
    }

    static ActionLog.Entry ready(Action action) {
        return new ActionLog.Entry(action, ActionState.READY, null);
    }

    static ActionLog.Entry skipped(Scene scene, ActionIds ids, String word, String reason) {
        ActionKind kind = word.equals("reply") ? ActionKind.REPLY : ActionKind.NOTIFY;
        Action action = new Action(
                ids.next(),
                ids.cause(),
                kind,
                "message/send",
                null,
                "none",
                word + ":none",
                scene.memory().position(),
                null,
                scene.contact() == null ? null : scene.contact().id(),
                scene.epoch(),
                false,
                JsonNodeFactory.instance.objectNode(),
                null,
                null,
                scene.policy().snapshot(),
                scene.now(),
                null,
                false);
        return new ActionLog.Entry(action, ActionState.SKIPPED, reason);
    }
}
