package com.wecomesb.rule.fuzzy;

/** How what a customer wrote is like a term. In words for people, which never quote what was written. */
public enum Likeness {
    /** The term's characters with blanks or marks between them. */
    SEPARATED("字间有间隔", 0.95),
    /** The same syllables in other characters. */
    SOUND("读音相同", 0.85),
    /** In Latin letters, as it is pronounced. */
    PINYIN("写成拼音", 0.9),
    /** A character wrong, left out, added or swapped. */
    TYPO("有错字、漏字或颠倒", 0.75);

    private final String words;
    private final double confidence;

    Likeness(String words, double confidence) {
        this.words = words;
        this.confidence = confidence;
    }

    public String words() {
        return words;
    }

    /** How sure it is that the term was meant, 0 to 1; an estimate that keeps the order. */
    public double confidence() {
        return confidence;
    }
}
