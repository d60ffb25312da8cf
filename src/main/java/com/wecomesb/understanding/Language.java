package com.wecomesb.understanding;

import com.wecomesb.understanding.Understanding.Guess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the company's files teach about its customers' language, compiled: intents, questions with answers, sentiment.
 * Everything is done in this process. Immutable and safe for any number of threads.
 */
public final class Language {

    /** Of a company whose files teach nothing. */
    public static final Language NONE =
            of(IntentModel.train(List.of()), Map.of(), UnaryOperator.identity(), UnaryOperator.identity());

    private final IntentModel intents;
    private final QuestionIndex questions;
    private final SentimentLexicon sentiments = SentimentLexicon.shipped();
    private final UnaryOperator<String> normalForm;
    private final UnaryOperator<String> withCase;

    private Language(
            IntentModel intents,
            QuestionIndex questions,
            UnaryOperator<String> normalForm,
            UnaryOperator<String> withCase) {
        this.intents = intents;
        this.questions = questions;
        this.normalForm = normalForm;
        this.withCase = withCase;
    }

    /**
     * @param questions as customers ask them, by the ids of the replies that answer them
     * @param normalForm the form that texts are compared in
     * @param withCase the same with its upper case, which values are taken from
     */
    public static Language of(
            IntentModel intents,
            Map<String, List<String>> questions,
            UnaryOperator<String> normalForm,
            UnaryOperator<String> withCase) {
        Map<String, List<String>> normalized = new LinkedHashMap<>();
        questions.forEach((replyId, texts) ->
                normalized.put(replyId, texts.stream().map(normalForm).toList()));
        return new Language(intents, QuestionIndex.of(normalized), normalForm, withCase);
    }

    /** The intents that it was taught. */
    public List<IntentExamples> intents() {
        return intents.intents();
    }

    /** What a customer's text means, as far as this process can tell. */
    public Understanding understand(String text) {
        String normalized = normalForm.apply(text);
        if (normalized.isBlank()) {
            return Understanding.NONE;
        }
        List<Guess> guesses = intents.classify(normalized);
        return new Understanding(
                guesses, questions.nearest(normalized), sentiments.of(normalized), slots(guesses, text));
    }

    private Map<String, String> slots(List<Guess> guesses, String text) {
        return guesses.isEmpty() ? Map.of() : intents.slots(guesses.get(0).name(), withCase.apply(text));
    }
}
