package com.wecomesb.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which of the two databases it is, where that makes a difference. */
public enum Product {
    H2,
    POSTGRESQL;

    public static Product of(JdbcTemplate jdbc) {
        Product product = jdbc.execute((ConnectionCallback<Product>) Product::of);
        return product == null ? POSTGRESQL : product;
    }

    /**
     * Whether no other process can have the database open: an H2 inside this one, which keeps its file locked, and not one
     * that is reached over a network. Whoever held a lease in it before this process started is dead.
     */
    public static boolean isOnlyOurs(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.execute(
                (ConnectionCallback<Boolean>) connection -> of(connection) == H2 && !isRemote(connection)));
    }

    private static boolean isRemote(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        return url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
    }

    static Product of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }
}
