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
     * Compiles what was read.
     *
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
        Understanding understood =
                new Understanding(List.of(), questions.nearest(normalized), sentiments.of(normalized));
        return withIntents(understood, text, intents.classify(normalized));
    }

    /** The same with these guesses at what the customer wants, the best first; those at unknown intents are left out. */
    public Understanding withIntents(Understanding understood, String text, List<Guess> guesses) {
        List<Guess> known = guesses.stream()
                .filter(guess -> intents.ids().contains(guess.name()))
                .toList();
        if (known.isEmpty()) {
            return new Understanding(List.of(), understood.answers(), understood.sentiment());
        }
        String best = known.get(0).name();
        return new Understanding(
                known,
                understood.answers(),
                understood.sentiment(),
                intents.slots(best, withCase.apply(text)),
                intents.intent(best).map(IntentExamples::threshold).orElseThrow());
    }
}
