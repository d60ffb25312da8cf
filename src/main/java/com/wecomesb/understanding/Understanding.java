package com.wecomesb.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was understood of one message.
 *
 * @param intents guesses at what the customer wants, the best first
 * @param answers the nearest entries of the question-and-answer library by the ids of their replies, the best first
 * @param sentiment how it was said
 * @param slots the values that the best guess at an intent looks for, by name, as far as the message has them
 * @param sureFrom the score from which on that guess is sure enough to act on, as its file says
 */
public record Understanding(
        List<Guess> intents, List<Guess> answers, Sentiment sentiment, Map<String, String> slots, double sureFrom) {

    public static final Understanding NONE = new Understanding(List.of(), List.of(), Sentiment.NEUTRAL);

    /**
     * {@link #sureFrom} where no file says otherwise. The scores are calibrated on examples that were held back, so this is
     * how often such a guess is right.
     */
    public static final double SURE_FROM = 0.95;

    /** From this score of an intent on the customer is asked by a rule that can ask. */
    public static final double INTENT_ASK_FROM = 0.35;

    /** From this likeness to a question on the customer is asked by a rule that can ask. */
    public static final double ANSWER_ASK_FROM = 0.45;

    /** From this likeness to a question on a rule acts that does not say otherwise. */
    public static final double ANSWER_THRESHOLD = 0.6;

    public Understanding {
        intents = List.copyOf(intents);
        answers = List.copyOf(answers);
        slots = Map.copyOf(slots);
    }

    public Understanding(List<Guess> intents, List<Guess> answers, Sentiment sentiment) {
        this(intents, answers, sentiment, Map.of(), SURE_FROM);
    }

    /**
     * One possibility.
     *
     * @param name of an intent, or the id of a reply
     * @param score 0 to 1, comparable within one kind only
     */
    public record Guess(String name, double score) {}

    public Optional<Guess> intent(String name) {
        return named(intents, name);
    }

    public Optional<Guess> answer(String replyId) {
        return named(answers, replyId);
    }

    private static Optional<Guess> named(List<Guess> guesses, String name) {
        return guesses.stream().filter(guess -> guess.name().equals(name)).findFirst();
    }
}
