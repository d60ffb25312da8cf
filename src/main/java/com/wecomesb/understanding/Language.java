package com.wecomesb.understanding;

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
    public static final Language NONE = new Language(text -> text, QuestionIndex.of(Map.of()));

    private final UnaryOperator<String> normalizer;
    private final QuestionIndex questions;

    private Language(UnaryOperator<String> normalizer, QuestionIndex questions) {
        this.normalizer = normalizer;
        this.questions = questions;
    }

    /**
     * @param questions as customers ask them, by the ids of the replies that answer them
     * @param normalizer the form that texts are compared in
     */
    public static Language of(Map<String, List<String>> questions, UnaryOperator<String> normalizer) {
        Map<String, List<String>> normalized = new LinkedHashMap<>();
        questions.forEach((replyId, texts) ->
                normalized.put(replyId, texts.stream().map(normalizer).toList()));
        return new Language(normalizer, QuestionIndex.of(normalized));
    }

    /** What a customer's text means, as far as this process can tell. */
    public Understanding understand(String text) {
        String normalized = normalizer.apply(text);
        return normalized.isBlank()
                ? Understanding.NONE
                : new Understanding(List.of(), questions.nearest(normalized), Sentiment.NEUTRAL);
    }
}
