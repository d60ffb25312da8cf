package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One condition of a rule, compiled; immutable. The words are for people and never quote what a customer wrote. */
public sealed interface Condition
        permits AcquaintanceCondition,
                AllOf,
                AnyOf,
                AttributeCondition,
                CardCondition,
                CooldownCondition,
                CountCondition,
                DataCondition,
                ExactCondition,
                ExceptCondition,
                HoursCondition,
                IdentityCondition,
                IntentCondition,
                LevelCondition,
                MentionsAll,
                MentionsAny,
                NoTagCondition,
                OneOfCondition,
                RegexCondition,
                RegionCondition,
                RepliedCondition,
                RfmCondition,
                RolloutCondition,
                SentimentCondition,
                SilentCondition,
                SimilarCondition,
                StateCondition,
                TagCondition,
                TicketCondition,
                TimeCondition,
                UnansweredCondition,
                UnlessCondition,
                ValidCondition,
                VariableCondition {

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

    /** What it asks, all of which must hold, if it asks for nothing but terms; else nothing. */
    default List<TermTest> termTests() {
        return List.of();
    }

    /** Adds what it took from the text; asked only where it holds or nearly does. */
    default void variables(Reading reading, Map<String, String> into) {}

    /** How sure it is, 0 to 1, where it holds or nearly does; what takes the text as it is spelled is certain. */
    default double confidence(Reading reading) {
        return 1;
    }

    /** Whether so little is missing that the customer may be asked; asked only where it does not hold. */
    default boolean nearlyHolds(Reading reading) {
        return false;
    }

    /** Adds what it has to know of the past, beyond the contact and the conversation themselves. */
    default void asksFor(Counted.Builder counted) {}

    /** What can be said of it for every message to an account. */
    default Foresight at(Place place) {
        return Foresight.DEPENDS;
    }

    /**
     * By which of its parts it guesses what a customer means, as the rule file has it ({@code keywords 的 mode: fuzzy},
     * {@code intent}, {@code similar}); nothing for what takes the text as it is spelled or cannot hold there.
     */
    default Optional<String> guesses(Place place) {
        return Optional.empty();
    }
}
