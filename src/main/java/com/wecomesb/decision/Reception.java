package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.rule.Verdict;
import org.springframework.stereotype.Component;

/** Receives a customer's message: who answers it, the bot or people, and by which rule. */
@Component
class Reception {

    private final DecisionSettings settings;
    private final Judgement judgement;
    private final Acting acting;
    private final Fallbacks fallbacks;
    private final Handover handover;

    Reception(DecisionSettings settings, Judgement judgement, Acting acting, Fallbacks fallbacks, Handover handover) {
        this.settings = settings;
        this.judgement = judgement;
        this.acting = acting;
        this.fallbacks = fallbacks;
        this.handover = handover;
    }

    Decided receive(Turn turn, Conversation conversation) {
        if (conversation.state() != ConversationState.BOT) {
            return turn.nothing(EventOutcome.WITH_PEOPLE, "会话在人工手里,机器人不说话");
        }
        Account account = turn.policy().account(conversation.address());
        boolean shadow = account.mode().kind() == Mode.Kind.SHADOW;
        if (!shadow && !account.serves(conversation.address().peer())) {
            return handover.silently(
                    turn,
                    conversation,
                    EventOutcome.NOT_SERVED,
                    Turn.note("账号“" + account.name() + "”的模式为 " + account.mode() + ",机器人不接待这位客户,转人工"));
        }
        if (turn.event().time().plus(settings.maxAge()).isBefore(turn.now())) {
            return handover.silently(turn, conversation, EventOutcome.TOO_LATE, Turn.note("消息太旧,不再自动回复,转人工"));
        }
        Verdict verdict = judgement.of(turn);
        return shadow ? inTheShadow(turn, conversation, verdict) : answer(turn, conversation, verdict);
    }

    private Decided inTheShadow(Turn turn, Conversation conversation, Verdict verdict) {
        ObjectNode explanation = verdict.explanation().put("note", "影子模式:只记录,不发送,转人工");
        return handover.silently(turn, conversation, EventOutcome.SHADOW, explanation);
    }

    private Decided answer(Turn turn, Conversation conversation, Verdict verdict) {
        if (verdict.acting().isEmpty()) {
            return fallbacks.answer(turn, conversation, verdict);
        }
        turn.memory().keep(conversation.answered(true));
        return acting.act(turn, verdict);
    }
}
