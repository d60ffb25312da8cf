package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.decision.Account;
import com.wecomesb.decision.Accounts;
import com.wecomesb.reply.Answer;
import com.wecomesb.reply.Channel;
import com.wecomesb.reply.Recipient;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.ActionSpecJson;
import com.wecomesb.rule.DescribedFacts;
import com.wecomesb.rule.Match;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.Verdict;
import com.wecomesb.understanding.Language;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says what the rules of a snapshot would make of a message, and why; nothing is sent and nothing is stored. */
public final class RuleExplanation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FALLBACK = "fallback";

    private RuleExplanation() {}

    /**
     * Answers {@code {"candidates": ["rule"], "matched": [{"rule", "reason", "priority"}], "acting": ["rule"],
     * "nearMisses": [{"rule", "failed"}], "asking": "rule", "note": …, "understanding": {"intents", "answers", "sentiment"},
     * "actions": […]}}; {@code asking} where the customer is asked back first, {@code note} where no rule acts.
     *
     * @param request facts as {@link DescribedFacts} has them, all optional; an account that has a name has its brand, too
     * @throws com.wecomesb.rule.UnreadableFacts when a moment or a length of time in it cannot be read
     */
    public static JsonNode of(Snapshot snapshot, JsonNode request) {
        Accounts accounts = snapshot.part(Accounts.class);
        DescribedFacts facts = DescribedFacts.of(branded(request, accounts))
                .timedBy(snapshot.part(Calendars.class))
                .understoodBy(snapshot.part(Language.class));
        Verdict verdict = snapshot.part(RuleSet.class).decide(facts);
        ReplyLibrary replies = snapshot.part(ReplyLibrary.class);
        ObjectNode answer = verdict.explanation();
        answer.set("understanding", JSON.valueToTree(facts.understanding()));
        ArrayNode actions = answer.putArray("actions");
        boolean message = facts.eventType().equals(DescribedFacts.MESSAGE_RECEIVED);
        Match asking = message ? asking(verdict) : null;
        if (asking != null) {
            answer.put("asking", asking.rule().id())
                    .put("note", "没有把握,先问客户:您是想问“" + asking.rule().control().question() + "”吗?客户说是,规则才生效");
        }
        boolean winner = true;
        for (Match match : verdict.acting()) {
            for (ActionSpec spec : match.then()) {
                if (match != asking && (winner || !spec.kind().equals("reply"))) {
                    actions.add(action(spec, match.rule().id(), replies, context(facts, match.variables(), accounts)));
                }
            }
            winner = false;
        }
        if (message && asking == null && verdict.acting().isEmpty()) {
            answer.put("note", "没有规则命中,发兜底回复");
            if (replies.contains(FALLBACK)) {
                actions.add(action(ActionSpec.reply(FALLBACK), FALLBACK, replies, context(facts, Map.of(), accounts)));
            }
        }
        if (message && !facts.conversationState().equals("BOT")) {
            answer.put("note", "会话不在机器人手里(" + facts.conversationState() + "),机器人不说话;由机器人接待时如上");
        }
        return answer;
    }

    /** The rule that the customer is asked about first, on a match that is not sure enough or on a guess. */
    private static @Nullable Match asking(Verdict verdict) {
        if (!verdict.acting().isEmpty()) {
            return verdict.acting().get(0).waitsForYes() ? verdict.acting().get(0) : null;
        }
        return verdict.guesses().isEmpty() ? null : verdict.guesses().get(0);
    }

    /** The rules that an explanation says were looked at, in one line; empty where there were none. */
    public static String candidates(JsonNode explanation) {
        StringJoiner names = new StringJoiner("、");
        explanation.path("candidates").forEach(rule -> names.add(rule.asText()));
        int more = explanation.path("moreCandidates").asInt();
        return names + (more > 0 ? " 等 " + (explanation.path("candidates").size() + more) + " 条" : "");
    }

    private static ObjectNode action(ActionSpec spec, String rule, ReplyLibrary replies, Map<String, Object> context) {
        ObjectNode action = ActionSpecJson.of(spec);
        action.put("rule", rule);
        if (spec.kind().equals("reply")) {
            String id = spec.parameters().path("id").asText("");
            ArrayNode messages = action.putArray("messages");
            Answer answer = id.isEmpty()
                    ? ReplyLibrary.composeInPlace(spec.parameters(), context)
                    : replies.compose(id, recipient(context), context);
            answer.messages().forEach(message -> messages.add(message.shown()));
        }
        return action;
    }

    private static Recipient recipient(Map<String, Object> context) {
        Map<?, ?> contact = context.get("contact") instanceof Map<?, ?> known ? known : Map.of();
        return new Recipient(
                Channel.of(String.valueOf(context.get("channel"))),
                String.valueOf(contact.get("id")),
                text(contact, "style"),
                text(contact, "language"));
    }

    private static @Nullable String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : null;
    }

    private static JsonNode branded(JsonNode request, Accounts accounts) {
        JsonNode event = request.path("event");
        String brand = accounts.named(event.path("account").asText(""))
                .map(Account::brand)
                .orElse(null);
        if (brand == null || event.has("brand")) {
            return request;
        }
        ObjectNode branded = request.deepCopy();
        branded.withObjectProperty("event").put("brand", brand);
        return branded;
    }

    private static Map<String, Object> context(DescribedFacts facts, Map<String, String> match, Accounts accounts) {
        Map<String, Object> event = Map.of(
                "type", facts.eventType(),
                "text", facts.text(),
                "message", Map.of("type", facts.messageType(), "text", facts.text()),
                "data", JSON.convertValue(facts.data(), Object.class) instanceof Map<?, ?> data ? data : Map.of());
        Object contact = JSON.convertValue(facts.described().path("contact"), Object.class);
        return Map.of(
                "event",
                event,
                "match",
                match,
                "slots",
                match,
                "contact",
                contact instanceof Map<?, ?> known ? known : Map.of(),
                "channel",
                facts.channel(),
                "account",
                facts.account(),
                "brand",
                facts.brand().isEmpty()
                        ? Map.of()
                        : accounts.brand(facts.brand()).variables());
    }
}
