package com.wecomesb.connector.sql;

import com.wecomesb.connector.expression.WrittenOptions;
import java.util.Set;

/** The options of {@code table:} that are names and expressions. */
public final class TableUriFactory extends WrittenOptions {

    public TableUriFactory() {
        super("table", Set.of("table", "where", "values", "changed", "key", "answer"), Set.of("name", "operation"));
    }
}
