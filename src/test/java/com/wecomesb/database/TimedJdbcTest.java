package com.wecomesb.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class TimedJdbcTest {

    @Test
    void leavesNoLimitBehindForWhoGetsTheConnectionNext() throws SQLException {
        // Given
        SingleConnectionDataSource pooled = new SingleConnectionDataSource("jdbc:h2:mem:timed", true);
        TimedJdbc timed = new TimedJdbc(pooled, Duration.ofSeconds(1));
        // When
        timed.execute("CREATE TABLE one (id INT)");
        timed.update("INSERT INTO one (id) VALUES (?)", 1);
        // Then
        try (Statement next = pooled.getConnection().createStatement()) {
            assertThat(next.getQueryTimeout()).isZero();
        } finally {
            pooled.destroy();
        }
    }
}
