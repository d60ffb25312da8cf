package com.wecomesb.connector.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.call.Scope;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.sql.TableEndpoint.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The options of an endpoint, compiled. */
record TableStep(
        Operation operation,
        Jslt table,
        Jslt where,
        Jslt values,
        Jslt insert,
        Jslt changed,
        Jslt key,
        Optional<Jslt> answer) {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    /** Does it within the connection's transaction. */
    JsonNode run(Connection connection, Database database, Scope scope) throws SQLException {
        TableShape shape = database.shape(connection, text(table, scope));
        RowAccess rows = new RowAccess(connection, shape, database.timeout());
        JsonNode result = switch (operation) {
            case FIND -> JsonNodeFactory.instance.objectNode().set("rows", rows.find(value(where, scope), PAGE));
            case UPSERT ->
                rows.upsert(value(where, scope), value(values, scope), value(insert, scope), text(key, scope));
            case CHANGES ->
                new RowChanges(rows, shape, text(changed, scope), text(key, scope), database.overlap())
                        .since(scope.variables().get("document"), LARGEST_PAGE);
        };
        return answer.isPresent() ? answer.get().of(result, scope.variables()) : result;
    }

    private static JsonNode value(Jslt expression, Scope scope) {
        return expression.of(scope.body(), scope.variables());
    }

    private static String text(Jslt expression, Scope scope) {
        JsonNode value = value(expression, scope);
        return value.isNull() ? "" : value.asText();
    }
}
