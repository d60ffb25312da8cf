package com.wecomesb.document;

import java.util.HashSet;
import java.util.Set;

/** Finds keys that a map has twice: the second would silently win. */
final class DuplicateKeys {

    private final Mistakes mistakes;

    DuplicateKeys(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void check(YamlNode node) {
        Set<String> names = new HashSet<>();
        for (YamlNode key : node.keys()) {
            if (!names.add(key.text())) {
                mistakes.add(key, "“" + key.text() + "”出现了两次");
            }
        }
        if (node.isMap()) {
            node.map().values().forEach(this::check);
        } else if (node.isList()) {
            node.items().forEach(this::check);
        }
    }
}
