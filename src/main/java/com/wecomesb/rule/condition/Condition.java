package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.Map;

/** One condition of a rule, compiled; immutable. The words are for people and never quote what a customer wrote. */
public sealed interface Condition
        permits AllOf,
                AnyOf,
                AttributeCondition,
                ExactCondition,
                ExceptCondition,
                IntentCondition,
                LevelCondition,
                MentionsAll,
                MentionsAny,
                OneOfCondition,
                RegexCondition,
                SentimentCondition,
                SimilarCondition,
                TagCondition,
                UnansweredCondition,
                UnlessCondition {

    /** Whether it holds. Asked for every candidate, so it allocates nothing where that can be avoided. */
    boolean holds(Reading reading);

    /** Why it holds; asked only where it does. */
    String held(Reading reading);

    /** What is missing; asked only where it does not hold. */
    String failed(Reading reading);

    /** The terms that must be seen before it can hold. */
    default Guard guard(Terms terms) {
        return Guard.NONE;
    }

    /** Adds what it took from the text; asked only where it holds. */
    default void variables(Reading reading, Map<String, String> into) {}
}
