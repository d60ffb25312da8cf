package com.wecomesb.rule.condition;

/** What keeps a rule from acting although everything that it asks for is there. */
public sealed interface Exclusion permits ExceptCondition, UnlessCondition {

    /** Its name in the file. */
    String written();
}
