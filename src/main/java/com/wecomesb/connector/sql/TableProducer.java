package com.wecomesb.connector.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.call.Scope;
import com.wecomesb.connector.expression.JsltFailed;
import com.wecomesb.connector.sql.TableEndpoint.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Does a step in a transaction of its own and puts the answer into the body, or fails with {@link ConnectorFailed}. */
final class TableProducer extends DefaultProducer {

    private final TableEndpoint endpoint;
    private final TableStep step;

    TableProducer(TableEndpoint endpoint, TableStep step) {
        super(endpoint);
        this.endpoint = endpoint;
        this.step = step;
    }

    @Override
    public void process(Exchange exchange) {
        Database database = endpoint.database();
        exchange.setVariable("config", database.config());
        Scope scope = Scope.of(exchange);
        JsonNode answer = byTheShapeOfNow(database, scope, exchange);
        exchange.getMessage().setBody(answer.isNull() ? null : answer);
    }

    /** A table may have changed since it was looked at; what has failed by that was rolled back. */
    private JsonNode byTheShapeOfNow(Database database, Scope scope, Exchange exchange) {
        Map<String, TableShape> known = database.shapes();
        try {
            return inTransaction(database, scope, exchange);
        } catch (ShapeUnfit unfit) {
            if (!database.forgetsShapes(known)) {
                throw new ConnectorFailed(Kind.PERMANENT, unfit.reason());
            }
        }
        try {
            return inTransaction(database, scope, exchange);
        } catch (ShapeUnfit still) {
            throw new ConnectorFailed(Kind.PERMANENT, still.reason());
        }
    }

    private JsonNode inTransaction(Database database, Scope scope, Exchange exchange) {
        boolean committing = false;
        try (Connection connection = database.connection()) {
            try {
                JsonNode answer = step.run(connection, database, scope);
                committing = step.operation() == Operation.UPSERT;
                if (committing) {
                    exchange.setVariable(Failures.EFFECT_SENT, "true");
                }
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            ConnectorFailed known = SqlFailures.of(failed, committing);
            throw SqlFailures.isOfShape(failed) && !committing ? new ShapeUnfit(known.reason()) : known;
        } catch (JsltFailed unfit) {
            throw new ConnectorFailed(Kind.PERMANENT, "表达式用不上(变量没有设置,或类型不对):" + unfit.getMessage());
        }
    }

    private static void rollback(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException alsoFails) {
            failed.addSuppressed(alsoFails);
        }
    }
}
