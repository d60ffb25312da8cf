package com.wecomesb.rule;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.condition.Condition;
import com.wecomesb.rule.condition.Counted;
import com.wecomesb.rule.condition.Limit;
import com.wecomesb.rule.condition.Reference;
import com.wecomesb.rule.condition.Vocabularies;
import com.wecomesb.understanding.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of all files, compiled; immutable and safe for any number of threads. */
public final class RuleSet {

    private static final int NEAR_MISSES = 5;
    private static final String VOCABULARIES = "vocabularies/";

    private final List<Rule> rules;
    private final List<Example> examples;
    private final List<Reference> references;
    private final RuleIndex index;
    private final Map<String, Rule> byId;
    private final boolean anyRests;
    private final boolean anyAsks;
    private final Counted counted;

    RuleSet(List<Rule> rules, List<Example> examples, List<Reference> references, RuleIndex index) {
        this.rules = List.copyOf(rules);
        this.examples = List.copyOf(examples);
        this.references = List.copyOf(references);
        this.index = index;
        byId = new HashMap<>(2 * rules.size());
        Counted.Builder counts = new Counted.Builder();
        for (Rule rule : rules) {
            byId.putIfAbsent(rule.id(), rule);
            rule.conditions().forEach(condition -> condition.asksFor(counts));
            if (rule.then().stream().anyMatch(spec -> spec.first(ActionSpec::isOnTicket) != null)) {
                counts.tickets();
            }
        }
        anyRests = rules.stream().anyMatch(rule -> rule.control().rests());
        anyAsks = rules.stream().anyMatch(rule -> rule.control().canAsk());
        counted = counts.build();
    }

    /**
     * Reads the roots of rule files, and of the vocabularies that they share ({@code vocabularies/*.yaml}); what is wrong
     * in them is added to the mistakes.
     */
    public static RuleSet read(List<YamlNode> files, Mistakes mistakes) {
        Map<Boolean, List<YamlNode>> shared = files.stream()
                .collect(Collectors.partitioningBy(file -> file.file().startsWith(VOCABULARIES)));
        Vocabularies vocabularies = Vocabularies.shared(shared.getOrDefault(true, List.of()), mistakes);
        RuleReader reader = new RuleReader(vocabularies, mistakes);
        reader.read(shared.getOrDefault(false, List.of()));
        RuleIndex index = new RuleIndex(reader.rules(), reader.terms());
        RuleSet rules = new RuleSet(reader.rules(), reader.examples(), reader.references(), index);
        reader.awaitSchema();
        return rules;
    }

    /** Tries the examples that stand with the rules; each that turns out differently is a mistake. */
    public void checkExamples(Language language, Calendars calendars, Mistakes mistakes) {
        examples.forEach(example -> example.check(this, language, calendars, mistakes));
    }

    /** The names in the conditions that other files have to know. */
    public List<Reference> references() {
        return references;
    }

    /** Whether any rule asks what the customer wants. */
    public boolean asksForIntents() {
        return references.stream().anyMatch(reference -> reference.kind() == Reference.Kind.INTENT);
    }

    /** All rules in the order of the files. */
    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether any rule has a cooldown, so that it has to be known when rules last acted. */
    public boolean anyRests() {
        return anyRests;
    }

    /** Whether any rule may ask the customer before it acts. */
    public boolean anyAsks() {
        return anyAsks;
    }

    /** What has to be known of a contact's past events. */
    public Counted counted() {
        return counted;
    }

    List<Example> examples() {
        return examples;
    }

    RuleIndex index() {
        return index;
    }

    /** What acts, and for the explanation everything that matches and what nearly does. */
    public Verdict decide(Facts facts) {
        RuleIndex.Search search = index.search(facts);
        List<Match> matched = new ArrayList<>();
        List<NearMiss> nearMisses = new ArrayList<>();
        List<Match> guesses = new ArrayList<>();
        List<Rule> candidates = new ArrayList<>();
        int looked = 0;
        for (int rank = search.next(); rank != RuleIndex.NONE; rank = search.next()) {
            boolean matches = search.matches();
            if ((matches || index.isGuarded(rank)) && looked++ < Verdict.SHOWN) {
                candidates.add(index.rule(rank));
            }
            if (matches) {
                matched.add(Match.of(index.rule(rank), search.reading()));
            } else if (nearMisses.size() < NEAR_MISSES
                    || index.rule(rank).control().canAsk()) {
                nearlyMatches(search, rank, nearMisses, guesses);
            }
        }
        guesses.sort(Comparator.comparingDouble(Match::confidence).reversed());
        return new Verdict(candidates, looked, matched, Verdict.acting(matched), nearMisses, guesses);
    }

    private void nearlyMatches(RuleIndex.Search search, int rank, List<NearMiss> nearMisses, List<Match> guesses) {
        if (search.failures(rank, 2) > 1 || !(index.isGuarded(rank) || isNarrow(search, rank))) {
            return;
        }
        if (index.rule(rank).control().canAsk() && isNearly(search, rank)) {
            guesses.add(Match.nearly(index.rule(rank), search.reading()));
        }
        if (nearMisses.size() < NEAR_MISSES) {
            nearMisses.add(NearMiss.of(index.rule(rank), search.reading()));
        }
    }

    /** A rule without terms is looked at for every event; only what would have let it act otherwise is worth telling. */
    private static boolean isNarrow(RuleIndex.Search search, int rank) {
        return search.missing(rank) instanceof Limit || isNearly(search, rank);
    }

    private static boolean isNearly(RuleIndex.Search search, int rank) {
        Condition missing = search.missing(rank);
        return missing != null && missing.nearlyHolds(search.reading());
    }

    /**
     * What acts, without an explanation: the search ends where no higher priority can match any more. The same as
     * {@code decide(facts).acting()}.
     */
    public List<Match> acting(Facts facts) {
        RuleIndex.Search search = index.search(facts);
        List<Match> matches = new ArrayList<>();
        int rank = search.nextMatch();
        if (rank == RuleIndex.NONE) {
            return List.of();
        }
        matches.add(Match.of(index.rule(rank), search.reading()));
        while (index.hasAlso() && (rank = search.next()) != RuleIndex.NONE) {
            if (index.rule(rank).also() && search.matches()) {
                matches.add(Match.of(index.rule(rank), search.reading()));
            }
        }
        return List.copyOf(matches);
    }

    /** Whether any rule reacts to this type of event by its own name: outcomes are published for those only. */
    public boolean reactsTo(String eventType) {
        return rules.stream().anyMatch(rule -> rule.events().contain(eventType));
    }

    /** The ids of all library replies that the rules name. */
    public Set<String> replyIds() {
        Set<String> ids = new LinkedHashSet<>();
        rules.forEach(rule -> rule.then().forEach(spec -> ids.addAll(spec.replyIds())));
        return ids;
    }
}
