package com.wecomesb.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh, migrated database for a test: H2 in memory, or a schema of a PostgreSQL that the tests themselves start. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            String name = UUID.randomUUID().toString();
            return new DriverManagerDataSource(
                    "jdbc:h2:mem:" + name
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                    "sa",
                    "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            String schema = "s" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + schema);
            } catch (SQLException exception) {
                throw new IllegalStateException(exception);
            }
            return new DriverManagerDataSource(
                    Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
        }
    };

    abstract DataSource empty();

    /** A database of its own with the product's tables. */
    public DataSource migrated() {
        DataSource database = empty();
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** The address of an empty database that a whole application can be pointed to. */
    public static String postgresUrl() {
        DriverManagerDataSource database = (DriverManagerDataSource) POSTGRESQL.empty();
        return String.valueOf(database.getUrl());
    }

    /** One server for all tests of a run. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException exception) {
                throw new IllegalStateException(exception);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException exception) {
                throw new IllegalStateException(exception);
            }
        }
    }
}
