package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Core;
import com.wecomesb.rule.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes conditions of lists of words, wherever they were written. The words are numbered in the index on the way, with
 * their synonyms.
 */
public final class Keywords {

    private final Vocabularies vocabularies;
    private final Terms terms;
    private final Map<String, List<Term>> levels = new LinkedHashMap<>();

    public Keywords(Vocabularies vocabularies, Terms terms) {
        this.vocabularies = vocabularies;
        this.terms = terms;
    }

    /** One of these words is there. */
    public Condition any(List<Word> words, KeywordMode mode) {
        List<Term> found = terms(words, mode, true);
        return mode == KeywordMode.EXACT ? new ExactCondition(found) : new MentionsAny(found);
    }

    /** Each of these words is there. */
    public Condition all(List<Word> words, KeywordMode mode) {
        return new MentionsAll(terms(words, mode, true));
    }

    /** None of these words is there. What merely looks like one, a typo, does not count. */
    public Condition except(List<Word> words, KeywordMode mode) {
        return new ExceptCondition(terms(words, mode == KeywordMode.FUZZY ? mode : KeywordMode.CONTAINS, false));
    }

    /** A word of the vocabularies of this level is there. */
    Condition level(int level, KeywordMode mode) {
        List<Term> ofLevel =
                levels.computeIfAbsent(level + " " + mode, key -> terms(vocabularies.ofLevel(level), mode, true));
        return new LevelCondition(level, ofLevel);
    }

    private List<Term> terms(List<Word> words, KeywordMode mode, boolean typos) {
        List<Word> all = vocabularies.words(words);
        if (all.size() == 1) {
            return List.of(term(all.get(0), mode, typos));
        }
        Map<Integer, Term> distinct = new LinkedHashMap<>();
        for (Word word : all) {
            Term term = term(word, mode, typos);
            distinct.putIfAbsent(term.id(), term);
        }
        return List.copyOf(distinct.values());
    }

    private Term term(Word word, KeywordMode mode, boolean typos) {
        List<Term.Form> others = new ArrayList<>();
        List<Word> synonyms = vocabularies.synonyms().of(word);
        if (mode == KeywordMode.FUZZY) {
            others.add(new Term.Form(terms.fuzzy(word.normalized(), typos), "", true));
        }
        for (Word synonym : synonyms) {
            others.add(new Term.Form(id(synonym, mode), synonym.text(), false));
        }
        if (mode == KeywordMode.FUZZY) {
            for (Word synonym : synonyms) {
                others.add(new Term.Form(terms.fuzzy(synonym.normalized(), typos), synonym.text(), true));
            }
        }
        return new Term(id(word, mode), word.text().strip(), List.copyOf(others));
    }

    private int id(Word word, KeywordMode mode) {
        String normalized = word.normalized();
        return terms.id(mode == KeywordMode.EXACT ? Core.text(normalized) : normalized);
    }
}
