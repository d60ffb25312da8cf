package com.wecomesb.rule;

/**
 * A rule that failed by one condition only.
 *
 * @param failed that condition, in words for people
 */
public record NearMiss(Rule rule, String failed) {}
