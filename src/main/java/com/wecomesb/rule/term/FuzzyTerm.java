package com.wecomesb.rule.term;

/**
 * A term that is looked for by likeness.
 *
 * @param id its number among all terms of the rules
 * @param text normalised
 * @param typos whether wrong, missing and swapped characters are allowed for; separators and sounds always are
 */
public record FuzzyTerm(int id, String text, boolean typos) {}
