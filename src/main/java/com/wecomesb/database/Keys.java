package com.wecomesb.database;

import java.util.Collection;
import java.util.TreeSet;
import org.springframework.jdbc.support.SqlArrayValue;

/** Keys of which all rows are wanted: the parameter of {@code WHERE id = ANY(?)}, one statement for any number of them. */
public final class Keys {

    private Keys() {}

    /** In their order, each once, so that rows are met in the same order by everybody. */
    public static SqlArrayValue of(Collection<String> keys) {
        return new SqlArrayValue("varchar", (Object[]) new TreeSet<>(keys).toArray(new String[0]));
    }
}
