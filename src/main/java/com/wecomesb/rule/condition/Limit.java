package com.wecomesb.rule.condition;

/** What keeps a rule from acting for now, however well the message suits it: its pause, its dates, its share. */
public sealed interface Limit permits CooldownCondition, RolloutCondition, ValidCondition {}
