package com.wecomesb.rule;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.YamlNode;

/** A place in a file; line and column are 1-based, 0 where the place is not known. */
public record Position(String file, int line, int column) {

    static final Position UNKNOWN = new Position("", 0, 0);

    public static Position of(YamlNode node) {
        return new Position(node.file(), node.line(), node.column());
    }

    public Mistake mistake(String message) {
        return new Mistake(file, line, column, message);
    }

    /** {@code rules/returns.yaml:12:5}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
