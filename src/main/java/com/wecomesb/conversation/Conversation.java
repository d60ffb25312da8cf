package com.wecomesb.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ordered exchange with one contact on one channel.
 *
 * @param id the key of its events, a pseudonym
 * @param address where it takes place and whom WeCom sends to
 * @param contactId the contact behind it
 * @param state who answers
 * @param epoch rises with each change of owner; what was decided in an older epoch is not sent
 * @param unanswered customer's messages in a row that no rule knew an answer to
 * @param replyBudget how many messages WeCom still lets us send before the customer writes again (微信客服 only)
 * @param lastCustomerAt when the customer last wrote, by WeCom's clock
 * @param lastAnswer what the bot last answered; null: nothing yet
 * @param variables what rules noted about it
 */
public record Conversation(
        String id,
        Address address,
        String contactId,
        ConversationState state,
        long epoch,
        int unanswered,
        int replyBudget,
        @Nullable Instant lastCustomerAt,
        @Nullable Answer lastAnswer,
        ObjectNode variables) {

    /** 微信客服 lets an account send this many messages after each message of the customer (W94677). */
    public static final int KF_REPLY_BUDGET = 5;

    /** A session of 微信客服, and the window for answering in it, ends this long after the customer wrote (W94677). */
    public static final Duration KF_WINDOW = Duration.ofDays(2);

    /**
     * What the bot decided to answer.
     *
     * @param rule that decided it; empty where none did
     * @param reply the entry of the library; empty for a text of its own
     */
    public record Answer(Instant at, String rule, String reply) {}

    /**
     * Where a conversation takes place.
     *
     * @param corp the corp's id
     * @param channel {@code kf}, {@code app}, …
     * @param app the app, by its name in the settings, that receives and sends
     * @param account open_kfid or agent id
     * @param peer external_userid or userid
     */
    public record Address(String corp, String channel, String app, String account, String peer) {

        public boolean isKf() {
            return channel.equals("kf");
        }

        /** Without the peer. */
        @Override
        public String toString() {
            return "Address[" + corp + " " + channel + " " + app + "]";
        }
    }

    /**
     * The customer wrote: the platform's budget is full again, and whoever comes back after an end meets the bot.
     *
     * @param resumeAfter a conversation with people that was silent for longer than this has ended
     */
    public Conversation customerWrote(Instant at, Duration resumeAfter) {
        boolean sessionOver = state != ConversationState.BOT
                && (state == ConversationState.CLOSED
                        || (lastCustomerAt != null
                                && lastCustomerAt.plus(resumeAfter).isBefore(at)));
        Conversation current = sessionOver ? ownedBy(ConversationState.BOT) : this;
        Instant latest = lastCustomerAt != null && lastCustomerAt.isAfter(at) ? lastCustomerAt : at;
        return new Conversation(
                id,
                address,
                contactId,
                current.state,
                current.epoch,
                unanswered,
                KF_REPLY_BUDGET,
                latest,
                lastAnswer,
                variables);
    }

    /** A change of owner begins a new epoch; none happens when the owner stays the same. */
    public Conversation ownedBy(ConversationState owner) {
        return owner == state
                ? this
                : new Conversation(
                        id,
                        address,
                        contactId,
                        owner,
                        epoch + 1,
                        0,
                        replyBudget,
                        lastCustomerAt,
                        lastAnswer,
                        variables);
    }

    public Conversation answered(boolean known) {
        return new Conversation(
                id,
                address,
                contactId,
                state,
                epoch,
                known ? 0 : unanswered + 1,
                replyBudget,
                lastCustomerAt,
                lastAnswer,
                variables);
    }

    public Conversation answeredWith(Answer answer) {
        return new Conversation(
                id, address, contactId, state, epoch, unanswered, replyBudget, lastCustomerAt, answer, variables);
    }

    /** Notes values; null forgets one. */
    public Conversation with(ObjectNode more) {
        return new Conversation(
                id,
                address,
                contactId,
                state,
                epoch,
                unanswered,
                replyBudget,
                lastCustomerAt,
                lastAnswer,
                Noted.merged(variables, more));
    }

    /** Without the peer: a conversation may be logged, its address may not. */
    @Override
    public String toString() {
        return "Conversation[" + id + " " + state + " epoch " + epoch + "]";
    }
}
