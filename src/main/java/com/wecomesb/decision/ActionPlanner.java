package com.wecomesb.decision;

import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.rule.ActionSpec;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns what a rule asks for into actions with final content. */
@Component
class ActionPlanner {

    private final ReplyActions replies;
    private final NoticeActions notices;
    private final HandoffActions handoffs;
    private final SystemActions systems;
    private final ScheduleActions schedules;
    private final WebhookActions webhooks;

    ActionPlanner(
            ReplyActions replies,
            NoticeActions notices,
            HandoffActions handoffs,
            SystemActions systems,
            ScheduleActions schedules,
            WebhookActions webhooks) {
        this.replies = replies;
        this.notices = notices;
        this.handoffs = handoffs;
        this.systems = systems;
        this.schedules = schedules;
        this.webhooks = webhooks;
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
                case "notify" -> planned.addAll(notices.plan(spec, scene, ids));
                case "handoff" -> planned.addAll(handoffs.notice(spec, scene, planned, ids));
                case "crm", "shop", "ticket" -> planned.addAll(systems.call(spec, scene, ids, this));
                case "tag" -> ContactActions.tag(spec, scene);
                case "set" -> ContactActions.set(spec, scene);
                case "schedule" -> planned.add(schedules.plan(spec, scene, ids));
                case "webhook" -> planned.add(webhooks.plan(spec, scene, ids));
                default -> throw new IllegalStateException("no such action: " + spec.kind());
            }
        }
        if (handsOver(specs)) {
            planned.addAll(HandoffActions.leaveToPeople(scene, ids));
        }
        return planned;
    }

    /** For a conversation that the bot does not serve: WeCom's own queue has it from now on. */
    List<ActionLog.Entry> leaveToPeople(Scene scene) {
        return HandoffActions.leaveToPeople(scene, new ActionIds(scene));
    }

    /** Who has the conversation once it was handed over: the queue of 微信客服, or the colleague who was told. */
    static Conversation handedOver(Conversation conversation) {
        return conversation.ownedBy(
                conversation.address().isKf() ? ConversationState.WAITING : ConversationState.HUMAN);
    }
}
