package com.wecomesb.api;

import com.wecomesb.book.Question;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.rule.DescribedFacts;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.Language;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What customers asked and no rule knew, each question once, the most frequent first. Questions that the rules of today
 * know are left out; numbers of orders and telephones and addresses of mail are taken out of the texts.
 */
final class UnansweredQuestions {

    private static final int MOST = 500;
    private static final int LONGEST = 200;
    private static final Pattern NO_WORDS = Pattern.compile("[\\p{P}\\p{S}\\s]+");
    private static final Pattern PERSONAL =
            Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+|[A-Za-z0-9_-]*[0-9]{6,}[A-Za-z0-9_-]*");

    private UnansweredQuestions() {}

    /** @param messages the latest first */
    static List<Question> of(List<BookHistory.Unanswered> messages, Snapshot snapshot) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (BookHistory.Unanswered message : messages) {
            String text = PERSONAL.matcher(message.text().strip()).replaceAll("***");
            String key = NO_WORDS.matcher(Normalizer.normalize(text)).replaceAll("");
            if (!key.isEmpty() && text.length() <= LONGEST) {
                questions.merge(
                        key,
                        new Question(text, 1, message.at()),
                        (latest, earlier) -> new Question(latest.text(), latest.count() + 1, latest.last()));
            }
        }
        return questions.values().stream()
                .sorted(Comparator.comparingLong(Question::count).reversed())
                .limit(MOST)
                .filter(question -> !isKnown(question.text(), snapshot))
                .toList();
    }

    private static boolean isKnown(String text, Snapshot snapshot) {
        DescribedFacts facts = DescribedFacts.text(text)
                .timedBy(snapshot.part(Calendars.class))
                .understoodBy(snapshot.part(Language.class));
        return !snapshot.part(RuleSet.class).acting(facts).isEmpty();
    }
}
