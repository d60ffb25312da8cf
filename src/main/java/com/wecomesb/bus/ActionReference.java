package com.wecomesb.bus;

/**
 * What the topic of a destination carries: which action is ready. The action itself is a row of the database, which is
 * the truth; the record only brings it to a worker.
 *
 * @param id the action's id, 32 characters of {@code [0-9a-f]}
 * @param kind the destination
 * @param lane what orders it: actions of one lane are performed one after the other; the record's key
 */
public record ActionReference(String id, ActionKind kind, String lane) {}
