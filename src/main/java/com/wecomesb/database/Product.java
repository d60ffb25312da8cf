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

    static Product of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }
}
