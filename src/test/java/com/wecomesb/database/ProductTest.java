package com.wecomesb.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ProductTest {

    @TempDir
    private Path folder;

    @Test
    void anH2InsideThisProcessIsOnlyOurs() {
        assertThat(Product.isOnlyOurs(h2("mem:" + folder.getFileName()))).isTrue();
        assertThat(Product.isOnlyOurs(h2("file:" + folder.resolve("esb")))).isTrue();
    }

    @Test
    void anH2OverANetworkMayBeOthersAsWell() throws SQLException {
        // Given
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            // When
            JdbcTemplate remote = h2("tcp://localhost:" + server.getPort() + "/" + folder.resolve("esb"));
            // Then
            assertThat(Product.of(remote)).isEqualTo(Product.H2);
            assertThat(Product.isOnlyOurs(remote)).isFalse();
        } finally {
            server.stop();
        }
    }

    private static JdbcTemplate h2(String address) {
        return new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:" + address, "sa", ""));
    }
}
