package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An action while it is planned: what its scene says about every action, and what is special about this one. */
final class ActionDraft {

    private final Scene scene;
    private final ActionIds ids;
    private final ActionKind kind;
    private final String verb;
    private final String id;
    private @Nullable String system;
    private String target = "none";
    private String lane = "none";
    private boolean fenced;
    private JsonNode payload = JsonNodeFactory.instance.objectNode();
    private @Nullable String contentHash;
    private @Nullable JsonNode branches;
    private Instant dueAt;
    private @Nullable Instant expiresAt;
    private @Nullable String unless;

    private ActionDraft(ActionKind kind, String verb, Scene scene, ActionIds ids) {
        this.kind = kind;
        this.verb = verb;
        this.scene = scene;
        this.ids = ids;
        this.id = ids.next();
        this.dueAt = scene.now();
    }

    static ActionDraft of(ActionKind kind, String verb, Scene scene, ActionIds ids) {
        return new ActionDraft(kind, verb, scene, ids);
    }

    String id() {
        return id;
    }

    /** Where it goes: the app or the system, what a throttle holds back, and the lane that keeps the order. */
    ActionDraft to(@Nullable String newSystem, String newTarget, String newLane) {
        system = newSystem;
        target = newTarget;
        lane = newLane;
        return this;
    }

    /** The customer sees it: a change of the conversation's owner suppresses it, and so may an answer. */
    ActionDraft seenByCustomer() {
        fenced = true;
        unless = scene.unless();
        return this;
    }

    ActionDraft with(JsonNode newPayload) {
        payload = newPayload;
        return this;
    }

    /** Equal texts to the same person are told apart by {@code content}. */
    ActionDraft alike(String content) {
        contentHash = ActionIds.hash(content);
        return this;
    }

    ActionDraft followedBy(@Nullable JsonNode newBranches) {
        branches = newBranches;
        return this;
    }

    ActionDraft dueAt(Instant newDueAt) {
        dueAt = newDueAt;
        return this;
    }

    ActionDraft unless(@Nullable String newUnless) {
        unless = newUnless;
        return this;
    }

    ActionDraft expiresAt(@Nullable Instant newExpiresAt) {
        expiresAt = newExpiresAt;
        return this;
    }

    ActionLog.Entry ready() {
        return new ActionLog.Entry(action(), ActionState.READY, null);
    }

    /** Never possible; {@code reason} says in words for people why. */
    ActionLog.Entry skipped(String reason) {
        return new ActionLog.Entry(action(), ActionState.SKIPPED, reason);
    }

    private Action action() {
        return new Action(
                id,
                ids.cause(),
                kind,
                verb,
                system,
                target,
                lane,
                scene.memory().position(),
                scene.conversation() == null ? null : scene.conversation().id(),
                scene.contact() == null ? null : scene.contact().id(),
                scene.epoch(),
                fenced,
                payload,
                contentHash,
                branches,
                scene.policy().snapshot(),
                dueAt,
                expiresAt,
                branches != null,
                unless);
    }
}
