package com.wecomesb.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PseudonymKeyIT {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void isTheSameForInstancesThatStartTogether(TestDatabase kind) {
        // Given
        DataSource database = kind.migrated();
        CyclicBarrier together = new CyclicBarrier(4);

        // When
        List<CompletableFuture<String>> keys = IntStream.range(0, 4)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> read(database, together), task -> new Thread(task).start()))
                .toList();

        // Then
        assertThat(keys.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    private static String read(DataSource database, CyclicBarrier together) {
        try {
            together.await();
            return Arrays.toString(new PseudonymKey(new JdbcTemplate(database)).read());
        } catch (Exception exception) {
            throw new AssertionError(exception);
        }
    }
}
