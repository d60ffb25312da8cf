package com.wecomesb.connector.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.SettingValues;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.convert.DurationStyle;

/** A database that is configured as a system, with its connections. Thread-safe. */
final class Database implements AutoCloseable {

    /** Enough for a table; the system's bulkhead stands before it. */
    private static final int CONNECTIONS = 8;

    private final ConnectedSystem system;
    private final ConnectorDescription description;
    private final SettingValues settings;
    private final HikariDataSource connections;
    private final Map<String, TableShape> shapes = new ConcurrentHashMap<>();

    private Database(
            ConnectedSystem system,
            ConnectorDescription description,
            SettingValues settings,
            HikariDataSource connections) {
        this.system = system;
        this.description = description;
        this.settings = settings;
        this.connections = connections;
    }

    /** Throws {@link ConnectorFailed} when a setting is missing or cannot be used; the database is not asked yet. */
    static Database open(ConnectedSystem system, ConnectorDescription description) {
        SettingValues settings = SettingValues.of(system, description);
        if (!settings.get("url").startsWith("jdbc:")) {
            throw new ConnectorFailed(
                    Kind.PERMANENT, "esb.systems." + system.name() + ".url 要以 jdbc: 开头,例如 jdbc:postgresql://…");
        }
        int concurrent = description.limits().concurrent();
        HikariDataSource connections = new HikariDataSource();
        connections.setPoolName("system-" + system.name());
        connections.setMaximumPoolSize(concurrent == 0 ? CONNECTIONS : concurrent);
        connections.setMinimumIdle(0);
        connections.setAutoCommit(false);
        connections.setInitializationFailTimeout(-1);
        connections.setConnectionTimeout(
                Math.max(250, duration(settings, "connectTimeout").toMillis()));
        connections.setUsername(settings.get("username"));
        connections.setPassword(settings.get("password"));
        connections.setJdbcUrl(settings.get("url"));
        return new Database(system, description, settings, connections);
    }

    private static Duration duration(SettingValues settings, String name) {
        try {
            return DurationStyle.detectAndParse(settings.get(name));
        } catch (IllegalArgumentException noDuration) {
            throw new ConnectorFailed(Kind.PERMANENT, name + " 要写成 3s、500ms 这样");
        }
    }

    /** Whether this was made of what is in force now. */
    @SuppressWarnings("ReferenceEquality") // a description is read anew as a whole
    boolean isOf(ConnectedSystem current, ConnectorDescription inForce) {
        return system.equals(current) && description == inForce;
    }

    /** Within a transaction, which its user ends. */
    Connection connection() throws SQLException {
        try {
            return connections.getConnection();
        } catch (SQLException refused) {
            // The pool wraps what the database said in a time-out of its own.
            throw refused.getCause() instanceof SQLException cause && cause.getSQLState() != null ? cause : refused;
        } catch (RuntimeException noDriver) {
            throw new ConnectorFailed(Kind.PERMANENT, "没有这种数据库的驱动:esb.systems." + system.name() + ".url");
        }
    }

    /** A table's shape is asked for once, until it turns out not to be the table's any more. */
    TableShape shape(Connection connection, String table) throws SQLException {
        TableShape known = shapes.get(table);
        if (known == null) {
            known = TableShape.read(connection, table);
            shapes.put(table, known);
        }
        return known;
    }

    /** Whether there were any; they are asked for anew. */
    boolean forgetsShapes(Map<String, TableShape> before) {
        return shapes.entrySet().removeAll(before.entrySet());
    }

    Map<String, TableShape> shapes() {
        return Map.copyOf(shapes);
    }

    ObjectNode config() {
        return settings.config();
    }

    Duration timeout() {
        return duration(settings, "responseTimeout");
    }

    Duration overlap() {
        return duration(settings, "overlap");
    }

    @Override
    public void close() {
        connections.close();
    }
}
