package com.wecomesb.connector.sql;

import com.wecomesb.connector.expression.Jslt;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** What a step of a Kamelet does with a table. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "table",
        title = "Table",
        syntax = "table:name",
        producerOnly = true,
        category = {Category.DATABASE})
public class TableEndpoint extends DefaultEndpoint {

    /** What can be done. */
    public enum Operation {
        /** Rows whose columns have the values of {@code where}, as {@code {"rows": […]}}. */
        FIND,
        /**
         * Makes the one row that {@code where} names have {@code values}, or {@code insert} when it is not there; answers it as
         * it was read back.
         */
        UPSERT,
        /** The rows that have changed since the cursor, a page of them. */
        CHANGES
    }

    @UriPath(description = "The system's name in esb.systems")
    private final String name;

    @UriParam(description = "find, upsert or changes")
    private Operation operation = Operation.FIND;

    @UriParam(description = "JSLT: the table's name")
    private @Nullable String table;

    @UriParam(description = "JSLT: an object, columns and the values that they have")
    private @Nullable String where;

    @UriParam(description = "JSLT: an object, columns and what is written into them")
    private @Nullable String values;

    @UriParam(
            description =
                    "JSLT: an object, the columns of a row that is not there yet; null: it has to be there. values when not said")
    private @Nullable String insert;

    @UriParam(description = "JSLT: the column that rises with each change, for changes")
    private @Nullable String changed;

    @UriParam(description = "JSLT: the column that is a row's own id; upsert does not write it")
    private @Nullable String key;

    @UriParam(description = "JSLT over the answer: what becomes the body")
    private @Nullable String answer;

    TableEndpoint(String uri, TableComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    /** Throws {@link com.wecomesb.connector.expression.JsltMistaken} when an option is no expression. */
    TableStep compile() {
        return new TableStep(
                operation,
                expression(table, "null"),
                expression(where, "{}"),
                expression(values, "{}"),
                expression(insert == null ? values : insert, "{}"),
                expression(changed, "null"),
                expression(key, "null"),
                Optional.ofNullable(answer).map(Jslt::parse));
    }

    private static Jslt expression(@Nullable String text, String otherwise) {
        return Jslt.parse(text == null ? otherwise : text);
    }

    @Override
    public Producer createProducer() {
        return new TableProducer(this, compile());
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("table: can only be called");
    }

    Database database() {
        return ((TableComponent) getComponent()).database(name);
    }

    public String getName() {
        return name;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public void setTable(String table) {
        this.table = table;
    }

    public void setWhere(String where) {
        this.where = where;
    }

    public void setValues(String values) {
        this.values = values;
    }

    public void setInsert(String insert) {
        this.insert = insert;
    }

    public void setChanged(String changed) {
        this.changed = changed;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }
}
