package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.Event;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Match;
import com.wecomesb.rule.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Decides one event in memory: who answers, which rule acts, what is to be done. */
@Component
class Decider {

    private static final Duration LOOP_WINDOW = Duration.ofMinutes(10);
    private static final String FALLBACK = "fallback";

    private final DecisionSettings settings;
    private final ActionPlanner planner;
    private final TemplateContext templates;
    private final OutcomeBranches branches;
    private final DecisionStore store;
    private final Clock clock;
    private final ZoneId businessZone;

    Decider(
            DecisionSettings settings,
            ActionPlanner planner,
            TemplateContext templates,
            OutcomeBranches branches,
            DecisionStore store,
            Clock clock,
            @Value("${esb.time-zone:Asia/Shanghai}") ZoneId businessZone) {
        this.settings = settings;
        this.planner = planner;
        this.templates = templates;
        this.branches = branches;
        this.store = store;
        this.clock = clock;
        this.businessZone = businessZone;
    }

    Decided decide(Prepared prepared, Memory memory, Policy policy) {
        Contact contact = memory.contact(
                prepared.acquaintance() == null ? null : prepared.acquaintance().id());
        if (contact != null) {
            contact =
                    contact.named(prepared.data().path("customer").path("name").asText(null));
            memory.keep(contact);
        }
        Conversation conversation = memory.conversation(
                prepared.opening() == null ? null : prepared.opening().id());
        if (conversation != null) {
            conversation = follow(prepared, conversation);
            memory.keep(conversation);
        }
        Turn turn = new Turn(prepared, memory, policy, contact, conversation, clock.instant());
        if (prepared.event().hops() > settings.maxHops()) {
            return decided(
                    turn, EventOutcome.LOOP_CUT, null, note("一连串自动处理超过 " + settings.maxHops() + " 次,已截断"), List.of());
        }
        if (prepared.outcomeOf() != null) {
            return outcome(turn, prepared.outcomeOf());
        }
        return prepared.isCustomerMessage() && conversation != null ? customerMessage(turn, conversation) : react(turn);
    }

    /** For an event that cannot be decided: a customer whose message it is goes to people. */
    Decided giveUp(Prepared prepared, Memory memory, Policy policy) {
        Conversation conversation = memory.conversation(
                prepared.opening() == null ? null : prepared.opening().id());
        Contact contact = memory.contact(
                prepared.acquaintance() == null ? null : prepared.acquaintance().id());
        Turn turn = new Turn(prepared, memory, policy, contact, conversation, clock.instant());
        ObjectNode explanation = note("处理失败,已进入死信,转人工");
        return prepared.isCustomerMessage() && conversation != null && conversation.state() == ConversationState.BOT
                ? leaveToPeople(turn, conversation, EventOutcome.POISON, explanation)
                : decided(turn, EventOutcome.POISON, null, explanation, List.of());
    }

    /** One event with the people it concerns. */
    private record Turn(
            Prepared prepared,
            Memory memory,
            Policy policy,
            @Nullable Contact contact,
            @Nullable Conversation conversation,
            Instant now) {

        Event event() {
            return prepared.event();
        }
    }

    /** What the event itself says about who has the conversation. */
    private Conversation follow(Prepared prepared, Conversation conversation) {
        boolean customer = prepared.isCustomerMessage();
        return switch (prepared.event().type()) {
            case "wecom.message.received" ->
                customer
                        ? conversation.customerWrote(
                                prepared.event().time(),
                                conversation.address().isKf() ? Conversation.KF_WINDOW : settings.resumeAfter())
                        : conversation;
            case "wecom.message.sent" -> conversation.ownedBy(ConversationState.HUMAN);
            case "wecom.session.changed" ->
                switch (prepared.data().path("change").path("change_type").asInt()) {
                    case 1, 2, 4 -> conversation.ownedBy(ConversationState.HUMAN);
                    case 3 -> conversation.ownedBy(ConversationState.CLOSED);
                    default -> conversation;
                };
            default -> conversation;
        };
    }

    private Decided customerMessage(Turn turn, Conversation conversation) {
        if (conversation.state() != ConversationState.BOT) {
            return decided(turn, EventOutcome.WITH_PEOPLE, null, note("会话在人工手里,机器人不说话"), List.of());
        }
        Account account = turn.policy().account(conversation.address());
        boolean shadow = account.mode().kind() == Mode.Kind.SHADOW;
        if (!shadow && !account.serves(conversation.address().peer())) {
            return leaveToPeople(
                    turn,
                    conversation,
                    EventOutcome.NOT_SERVED,
                    note("账号“" + account.name() + "”的模式为 " + account.mode() + ",机器人不接待这位客户,转人工"));
        }
        if (turn.event().time().plus(settings.maxAge()).isBefore(turn.now())) {
            return leaveToPeople(turn, conversation, EventOutcome.TOO_LATE, note("消息太旧,不再自动回复,转人工"));
        }
        Verdict verdict = verdict(turn);
        if (shadow) {
            ObjectNode explanation = verdict.explanation();
            explanation.put("note", "影子模式:只记录,不发送,转人工");
            return leaveToPeople(turn, conversation, EventOutcome.SHADOW, explanation);
        }
        if (verdict.acting().isEmpty()) {
            return fallback(turn, conversation, verdict);
        }
        turn.memory().keep(conversation.answered(true));
        return act(turn, verdict);
    }

    private Verdict verdict(Turn turn) {
        return turn.policy()
                .rules()
                .decide(EventFacts.of(
                        turn.prepared(),
                        turn.policy(),
                        turn.contact(),
                        turn.conversation(),
                        turn.now().atZone(businessZone)));
    }

    private Decided leaveToPeople(Turn turn, Conversation conversation, EventOutcome outcome, ObjectNode explanation) {
        List<ActionLog.Entry> actions = List.of();
        if (conversation.address().isKf()) {
            turn.memory().keep(ActionPlanner.handedOver(conversation));
            actions = planner.leaveToPeople(scene(turn, Map.of(), outcome.name()));
        }
        return decided(turn, outcome, null, explanation, actions);
    }

    private Decided fallback(Turn turn, Conversation conversation, Verdict verdict) {
        turn.memory().keep(conversation.answered(false));
        ObjectNode explanation = verdict.explanation();
        explanation.put("note", "没有规则命中,发送兜底回复");
        if (!turn.policy().replies().contains(FALLBACK)) {
            explanation.put("note", "没有规则命中,也没有兜底回复");
            return decided(turn, EventOutcome.UNMATCHED, null, explanation, List.of());
        }
        List<ActionLog.Entry> actions =
                planner.plan(List.of(ActionSpec.reply(FALLBACK)), scene(turn, Map.of(), FALLBACK));
        return decided(turn, EventOutcome.UNMATCHED, null, explanation, actions);
    }

    /** Any event that is not a customer's message: rules may react to it, nobody expects an answer. */
    private Decided react(Turn turn) {
        Verdict verdict = verdict(turn);
        return verdict.acting().isEmpty()
                ? decided(turn, EventOutcome.NOTED, null, verdict.explanation(), List.of())
                : act(turn, verdict);
    }

    private Decided act(Turn turn, Verdict verdict) {
        Match winner = verdict.acting().get(0);
        if (loops(turn.event(), winner)) {
            return decided(
                    turn,
                    EventOutcome.LOOP_CUT,
                    null,
                    note("规则 " + winner.rule().id() + " 在十分钟内反复触发自己,已截断"),
                    List.of());
        }
        List<List<ActionSpec>> specs = new ArrayList<>();
        for (Match match : verdict.acting()) {
            specs.add(
                    match == winner
                            ? match.then()
                            : match.then().stream()
                                    .filter(spec -> !spec.kind().equals("reply"))
                                    .toList());
        }
        handOverIfAsked(turn, specs);
        List<ActionLog.Entry> actions = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            Match match = verdict.acting().get(i);
            actions.addAll(planner.plan(
                    specs.get(i), scene(turn, match.variables(), match.rule().id())));
        }
        return decided(turn, EventOutcome.DECIDED, winner.rule().id(), verdict.explanation(), actions);
    }

    /** The epoch rises before anything is planned, so that the farewell carries the epoch that holds after it. */
    private static void handOverIfAsked(Turn turn, List<List<ActionSpec>> specs) {
        Conversation current = current(turn);
        if (current != null && specs.stream().anyMatch(ActionPlanner::handsOver)) {
            turn.memory().keep(ActionPlanner.handedOver(current));
        }
    }

    private boolean loops(Event event, Match winner) {
        return event.hops() > 0
                && event.subject() != null
                && store.actedOn(
                                event.subject(),
                                winner.rule().id(),
                                clock.instant().minus(LOOP_WINDOW))
                        >= settings.maxRepeats();
    }

    private Decided outcome(Turn turn, String actionId) {
        OutcomeBranches.Taken taken =
                branches.take(turn.prepared(), actionId, turn.memory(), turn.policy(), turn.now());
        if (taken == null) {
            return react(turn);
        }
        List<ActionLog.Entry> actions = planner.plan(taken.specs(), taken.scene());
        return decided(turn, EventOutcome.DECIDED, taken.rule(), note("按“" + taken.branch() + "”分支继续"), actions);
    }

    private Scene scene(Turn turn, Map<String, String> match, String origin) {
        Conversation conversation = current(turn);
        Map<String, Object> context =
                templates.of(turn.event(), turn.prepared().data(), turn.contact(), conversation, turn.policy(), match);
        return new Scene(
                turn.event(),
                turn.prepared().data(),
                conversation,
                turn.contact(),
                context,
                turn.policy(),
                turn.memory(),
                turn.now(),
                conversation == null ? 0 : conversation.epoch(),
                origin);
    }

    private static @Nullable Conversation current(Turn turn) {
        return turn.conversation() == null
                ? null
                : turn.memory().conversation(turn.conversation().id());
    }

    private static Decided decided(
            Turn turn,
            EventOutcome outcome,
            @Nullable String rule,
            ObjectNode explanation,
            List<ActionLog.Entry> actions) {
        return new Decided(
                turn.prepared(),
                outcome,
                rule,
                explanation,
                turn.contact() == null ? null : turn.contact().id(),
                turn.conversation() == null ? null : turn.conversation().id(),
                actions);
    }

    private static ObjectNode note(String text) {
        ObjectNode explanation = JsonNodeFactory.instance.objectNode();
        explanation.putArray("matched");
        explanation.putArray("acting");
        explanation.putArray("nearMisses");
        return explanation.put("note", text);
    }
}
