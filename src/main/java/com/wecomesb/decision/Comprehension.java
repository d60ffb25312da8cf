package com.wecomesb.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.understanding.Understanding;
import com.wecomesb.understanding.Understanding.Guess;
import com.wecomesb.understanding.external.ExternalClassifiers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the classifiers outside of the files what the customers of a batch want, all at once and before the decide
 * transaction. What they said of an event holds for every repetition of it: here while this process lives, and with the
 * event once it is decided.
 */
@Component
class Comprehension {

    private static final long REMEMBERED = 10_000;

    /** Longer than any pause between repetitions of a batch. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final ExternalClassifiers classifiers;
    private final DecisionStore store;
    private final DecisionSettings settings;
    private final Clock clock;
    private final Cache<String, Understanding> understood = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(MEMORY)
            .build();

    Comprehension(ExternalClassifiers classifiers, DecisionStore store, DecisionSettings settings, Clock clock) {
        this.classifiers = classifiers;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The same events, with what the classifiers said; without an answer it stays what the files say. */
    List<Prepared> of(List<Prepared> batch, Policy policy) {
        if (classifiers.isEmpty() || !policy.rules().asksForIntents()) {
            return batch;
        }
        ask(batch, policy);
        return batch.stream().map(this::remembered).toList();
    }

    /**
     * A stored event that is looked at again: nobody outside is asked a second time, what was said then still holds.
     *
     * @param stored what was understood of it when it was decided
     */
    Prepared again(Prepared prepared, Understanding stored, Policy policy) {
        return classifiers.isEmpty() || stored.intents().isEmpty()
                ? prepared
                : prepared.understoodAs(
                        policy.language().withIntents(prepared.understanding(), prepared.text(), stored.intents()));
    }

    private Prepared remembered(Prepared prepared) {
        Understanding known = understood.getIfPresent(prepared.event().uid());
        return known == null ? prepared : prepared.understoodAs(known);
    }

    private void ask(List<Prepared> batch, Policy policy) {
        Map<String, Prepared> open = new LinkedHashMap<>();
        batch.stream()
                .filter(this::isWorthAsking)
                .filter(prepared -> understood.getIfPresent(prepared.event().uid()) == null)
                .forEach(prepared -> open.putIfAbsent(prepared.event().uid(), prepared));
        open.keySet().removeAll(store.seen(open.keySet()));
        if (open.isEmpty()) {
            return;
        }
        Map<String, String> texts = open.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text()));
        Map<String, List<Guess>> answers =
                classifiers.ask(texts, policy.language().intents());
        open.forEach((uid, prepared) -> understood.put(uid, answered(prepared, answers.get(uid), policy)));
    }

    private static Understanding answered(Prepared prepared, @Nullable List<Guess> guesses, Policy policy) {
        return guesses == null
                ? prepared.understanding()
                : policy.language().withIntents(prepared.understanding(), prepared.text(), guesses);
    }

    /** What gets no automatic reply is not worth the budget. */
    private boolean isWorthAsking(Prepared prepared) {
        return prepared.isCustomerMessage()
                && !prepared.text().isBlank()
                && !prepared.event().time().plus(settings.maxAge()).isBefore(clock.instant());
    }
}
