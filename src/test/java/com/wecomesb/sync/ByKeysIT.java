package com.wecomesb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Only one transaction looks everything up by its key, and only where it has to be said. */
class ByKeysIT {

    @Test
    void postgresqlReadsNoTableWholeUntilTheTransactionEnds() {
        try (SyncContext context = new SyncContext(TestDatabase.POSTGRESQL.migrated())) {
            // When
            String within = context.inTransaction(() -> {
                context.get(ByKeys.class).only();
                return setting(context);
            });
            // Then
            assertThat(within).isEqualTo("off");
            assertThat(setting(context)).isEqualTo("on");
        }
    }

    private static String setting(SyncContext context) {
        return context.get(JdbcTemplate.class).queryForObject("SELECT current_setting('enable_seqscan')", String.class);
    }
}
