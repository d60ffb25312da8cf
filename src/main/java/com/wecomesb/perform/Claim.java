package com.wecomesb.perform;

import com.wecomesb.action.Action;
import java.time.Instant;

/**
 * The right to perform an action until the lease ends.
 *
 * @param attempt 1 for the first
 * @param uncertain whether an earlier attempt may have had its effect
 * @param firstStartedAt when the first attempt began
 */
public record Claim(Action action, int attempt, boolean uncertain, Instant firstStartedAt) {}
