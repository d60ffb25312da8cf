package com.wecomesb.connector.sql;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.call.SystemAccess;
import com.wecomesb.connector.description.ConnectorDescription;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/** Finds, writes and follows rows of a configured database, {@code table:erp?operation=find&table="customers"}. */
@Component("table")
public class TableComponent extends DefaultComponent {

    private static final int SECONDS_FOR_A_SIGN_OF_LIFE = 3;

    private final Map<String, Database> databases = new ConcurrentHashMap<>();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        TableEndpoint endpoint = new TableEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        endpoint.compile();
        return endpoint;
    }

    Database database(String name) {
        SystemAccess access = SystemAccess.of(getCamelContext());
        ConnectedSystem system = access.system(name);
        ConnectorDescription description = access.description(system);
        return databases.compute(name, (key, known) -> opened(known, system, description));
    }

    private static Database opened(@Nullable Database known, ConnectedSystem system, ConnectorDescription description) {
        if (known != null && known.isOf(system, description)) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        return Database.open(system, description);
    }

    /** Asks the database for a sign of life; {@link ConnectorFailed} when there is none, or we are refused. */
    public void probe(String name) {
        try (Connection connection = database(name).connection()) {
            if (!connection.isValid(SECONDS_FOR_A_SIGN_OF_LIFE)) {
                throw new ConnectorFailed(Kind.RETRY, "数据库没有回答");
            }
        } catch (SQLException refused) {
            throw SqlFailures.of(refused, false);
        }
    }

    @Override
    protected void doStop() throws Exception {
        databases.values().forEach(Database::close);
        databases.clear();
        super.doStop();
    }
}
