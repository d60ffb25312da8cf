package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plans the notices to colleagues, {@code notify} and the one of a {@code handoff}. */
@Component
class NoticeActions {

    private final DecisionSettings settings;

    NoticeActions(DecisionSettings settings) {
        this.settings = settings;
    }

    /** A notice to a group of colleagues that {@code accounts.yaml} names; a handoff without one tells nobody. */
    List<ActionLog.Entry> plan(ActionSpec spec, Scene scene, ActionIds ids) {
        String group = spec.parameters().path("to").asText("");
        if (group.isEmpty()) {
            return List.of();
        }
        return List.of(scene.policy()
                .accounts()
                .group(group)
                .map(colleagues -> notice(spec, colleagues, scene, ids))
                .orElseGet(() -> ActionDraft.of(ActionKind.NOTIFY, "message/send", scene, ids)
                        .skipped("accounts.yaml 里没有叫“" + group + "”的组")));
    }

    private ActionLog.Entry notice(ActionSpec spec, Group colleagues, Scene scene, ActionIds ids) {
        JsonNode parameters = TemplatedJson.renderForPeople(spec.parameters(), scene.context());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("touser", String.join("|", colleagues.users()));
        body.put("msgtype", "text");
        body.set("text", JsonNodeFactory.instance.objectNode().put("content", text(parameters, scene)));
        return WecomRequest.toColleagues(colleagues.app(), colleagues.name(), body, scene, ids)
                .expiresAt(scene.now().plus(settings.noticeExpiresAfter()))
                .ready();
    }

    private static String text(JsonNode parameters, Scene scene) {
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
}
