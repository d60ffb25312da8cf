package com.wecomesb.rule;

import java.util.Map;

/**
 * A rule that matches.
 *
 * @param reason in words for people
 * @param variables what it took from the text, {@code match.NAME} in templates
 */
public record Match(Rule rule, String reason, Map<String, String> variables) {}
