package com.wecomesb.rule.fuzzy;

/** How what a customer wrote is like a term. In words for people, which never quote what was written. */
public enum Likeness {
    /** The term's characters with blanks or marks between them. */
    SEPARATED("字间有间隔"),
    /** The same syllables in other characters. */
    SOUND("读音相同"),
    /** In Latin letters, as it is pronounced. */
    PINYIN("写成拼音"),
    /** A character wrong, left out, added or swapped. */
    TYPO("有错字、漏字或颠倒");

    private final String words;

    Likeness(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
