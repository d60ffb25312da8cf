package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.rule.Match;
import com.wecomesb.rule.Verdict;
import java.util.List;
import org.springframework.stereotype.Component;

/** Receives a customer's message: who answers it, the bot or people, and by which rule. */
@Component
class Reception {

    private final DecisionSettings settings;
    private final Judgement judgement;
    private final Acting acting;
    private final AskingBack askingBack;
    private final Fallbacks fallbacks;
    private final Handover handover;

    Reception(
            DecisionSettings settings,
            Judgement judgement,
            Acting acting,
            AskingBack askingBack,
            Fallbacks fallbacks,
            Handover handover) {
        this.settings = settings;
        this.judgement = judgement;
        this.acting = acting;
        this.askingBack = askingBack;
        this.fallbacks = fallbacks;
        this.handover = handover;
    }

    Decided receive(Turn turn, Conversation conversation) {
        OpenQuestion open = turn.memory().takeQuestion(conversation.id());
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
        Decided answered = open == null ? null : askingBack.answer(turn, conversation, open);
        if (answered != null) {
            return answered;
        }
        Verdict verdict = judgement.of(turn);
        return shadow ? inTheShadow(turn, conversation, verdict) : answer(turn, conversation, verdict, open != null);
    }

    private Decided inTheShadow(Turn turn, Conversation conversation, Verdict verdict) {
        ObjectNode explanation = verdict.explanation().put("note", "影子模式:只记录,不发送,转人工");
        return handover.silently(turn, conversation, EventOutcome.SHADOW, explanation);
    }

    private Decided answer(Turn turn, Conversation conversation, Verdict verdict, boolean asked) {
        List<Match> matches = verdict.acting();
        if (matches.isEmpty()) {
            return guess(turn, conversation, verdict, asked);
        }
        if (matches.get(0).waitsForYes()) {
            List<Match> beside = matches.subList(1, matches.size());
            return askingBack.ask(turn, conversation, matches.get(0), verdict.explanation(), beside);
        }
        turn.memory().keep(conversation.answered(true));
        return acting.act(turn, verdict);
    }

    /** Who has just passed over a question is not asked about a guess again. */
    private Decided guess(Turn turn, Conversation conversation, Verdict verdict, boolean asked) {
        return asked || verdict.guesses().isEmpty()
                ? fallbacks.answer(turn, conversation, EventOutcome.UNMATCHED, verdict.explanation())
                : askingBack.ask(turn, conversation, verdict.guesses().get(0), verdict.explanation(), List.of());
    }
}
