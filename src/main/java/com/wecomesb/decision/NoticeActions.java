package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Plans the notices to colleagues: to groups that {@code accounts.yaml} names, and to single members. */
@Component
class NoticeActions {

    private static final String VERB = "message/send";

    /** A message goes to so many members at once (W90236). */
    private static final int MOST_USERS = 1000;

    private final DecisionSettings settings;
    private final Briefing briefing;

    NoticeActions(DecisionSettings settings, Briefing briefing) {
        this.settings = settings;
        this.briefing = briefing;
    }

    List<ActionLog.Entry> plan(ActionSpec spec, Scene scene, ActionIds ids) {
        String text = TemplatedJson.renderForPeople(spec.parameters().path("text"), scene.context())
                .asText("");
        return plan(spec, text.isBlank() ? briefing.of(spec, scene, List.of()) : text, scene, ids);
    }

    /** One action for each group, and one for the single members together. */
    List<ActionLog.Entry> plan(ActionSpec spec, String text, Scene scene, ActionIds ids) {
        JsonNode parameters = TemplatedJson.render(spec.parameters(), scene.context());
        List<ActionLog.Entry> entries = new ArrayList<>();
        for (String group : texts(parameters.path("to"))) {
            entries.add(scene.policy()
                    .accounts()
                    .group(group)
                    .map(found -> notice(found.app(), group, found.users(), text, scene, ids))
                    .orElseGet(() -> skipped("accounts.yaml 里没有叫“" + group + "”的组", scene, ids)));
        }
        if (parameters.has("users")) {
            entries.add(members(parameters, text, scene, ids));
        }
        return entries;
    }

    private ActionLog.Entry members(JsonNode parameters, String text, Scene scene, ActionIds ids) {
        Conversation conversation = scene.conversation();
        List<String> users = texts(parameters.path("users"));
        String app = parameters
                .path("app")
                .asText(conversation == null ? "" : conversation.address().app());
        if (users.isEmpty()) {
            return skipped("users 里没有成员,不知道通知谁", scene, ids);
        }
        if (app.isEmpty()) {
            return skipped("这个事件不属于任何会话,notify 要写 app:用哪个应用发", scene, ids);
        }
        return notice(app, ActionIds.hash(app + "\n" + users), users, text, scene, ids);
    }

    private ActionLog.Entry notice(
            String app, String recipient, List<String> users, String text, Scene scene, ActionIds ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("touser", String.join("|", users.subList(0, Math.min(users.size(), MOST_USERS))));
        body.put("msgtype", "text");
        body.set("text", JsonNodeFactory.instance.objectNode().put("content", MessageLength.cut(text)));
        return WecomRequest.toColleagues(app, recipient, body, scene, ids)
                .expiresAt(scene.wantedAt().plus(settings.noticeExpiresAfter()))
                .ready();
    }

    private static ActionLog.Entry skipped(String reason, Scene scene, ActionIds ids) {
        return ActionDraft.of(ActionKind.NOTIFY, VERB, scene, ids).skipped(reason);
    }

    private static List<String> texts(JsonNode list) {
        JsonNode items =
                list.isArray() ? list : JsonNodeFactory.instance.arrayNode().add(list);
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.asText("").strip())
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }
}
