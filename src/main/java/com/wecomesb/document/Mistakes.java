package com.wecomesb.document;

import java.util.ArrayList;
import java.util.List;

/** Collects every mistake of a set of files, so that they are all told at once. Not thread-safe. */
public final class Mistakes {

    private final List<Mistake> found = new ArrayList<>();

    public void add(Mistake mistake) {
        found.add(mistake);
    }

    public void add(YamlNode where, String message) {
        found.add(where.mistake(message));
    }

    public void addWholeFile(String file, String message) {
        found.add(new Mistake(file, 0, 0, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Mistake> list() {
        return List.copyOf(found);
    }
}
