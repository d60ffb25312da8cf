package com.wecomesb.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.ActionReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do, decided by a rule: final and complete, so that performing it needs no decision.
 *
 * @param id 32 characters of {@code [0-9a-f]}, derived from event, rule and index: the same decision gives the same id
 * @param cause what it was decided on
 * @param kind the kind of destination
 * @param verb what to do there: a WeCom API path for replies ({@code kf/send_msg}), a connector's verb otherwise
 * @param system the app for replies and notices, the system's name otherwise; null when none is configured
 * @param target what a throttle holds back: {@code wecom:CORP:PATH} or {@code system:NAME}
 * @param lane actions of one lane are performed one after the other
 * @param position its place in the lane, rising with the decisions
 * @param conversationId the conversation that it belongs to, if any
 * @param contactId the contact that it concerns, if any
 * @param epoch the conversation's epoch after the decision
 * @param fenced whether a change of the conversation's owner suppresses it: whatever the customer sees
 * @param payload the final content: a WeCom request, or a canonical document that is mapped when performed
 * @param contentHash equal for equal texts to the same person; null when that does not matter
 * @param branches what follows on its outcome ({@code found}, {@code missing}, {@code failed}), if anything
 * @param snapshot the configuration that decided it
 * @param dueAt not before
 * @param expiresAt not after; null when it never comes too late
 * @param outcomeWanted whether its outcome is an event even when all is well
 * @param unless what makes it pointless while it waits: {@code answered} (the customer wrote), {@code served} (a
 *     colleague did); null for nothing
 */
public record Action(
        String id,
        Cause cause,
        ActionKind kind,
        String verb,
        @Nullable String system,
        String target,
        String lane,
        long position,
        @Nullable String conversationId,
        @Nullable String contactId,
        long epoch,
        boolean fenced,
        JsonNode payload,
        @Nullable String contentHash,
        @Nullable JsonNode branches,
        String snapshot,
        Instant dueAt,
        @Nullable Instant expiresAt,
        boolean outcomeWanted,
        @Nullable String unless) {

    /**
     * Why an action exists.
     *
     * @param eventUid the event that it was decided on
     * @param causality the chain of causes
     * @param hops decisions so far in that chain
     * @param ruleId the rule that asked for it
     */
    public record Cause(String eventUid, String causality, int hops, String ruleId) {}

    public ActionReference reference() {
        return new ActionReference(id, kind, lane);
    }

    /** Without the payload: an action may be logged, its content may not. */
    @Override
    public String toString() {
        return "Action[" + kind.word() + " " + verb + " " + id + "]";
    }
}
