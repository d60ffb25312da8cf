package com.wecomesb.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A template whose statements may take so long and no longer. Not on H2: it would keep the limit for whatever the pooled
 * connection does next, and inside the process there is nobody to wait for but locks, which have a limit of their own.
 */
public final class TimedJdbc extends JdbcTemplate {

    /** @param limit of each statement, in whole seconds */
    public TimedJdbc(DataSource database, Duration limit) {
        super(database);
        setQueryTimeout(Math.toIntExact(limit.toSeconds()));
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        if (Product.of(statement.getConnection()) != Product.H2) {
            super.applyStatementSettings(statement);
        }
    }
}
