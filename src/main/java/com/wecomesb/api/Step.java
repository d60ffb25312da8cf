package com.wecomesb.api;

import java.time.Instant;

/**
 * One thing that happened, in words.
 *
 * @param at when
 * @param ms milliseconds since the chain of causes began
 * @param what in a few words
 * @param detail why, or with what result; empty when there is nothing to add
 * @param level {@code done}, {@code waits}, {@code failed}, or empty
 * @param reference the event's uid or the action's id
 */
record Step(Instant at, long ms, String what, String detail, String level, String reference) {}
