package com.wecomesb.sync;

import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has a transaction find everything by its key. Of tables that have just been filled PostgreSQL knows nothing yet and would
 * read them whole for every page of a first load, the longer the more there is.
 */
@Component
class ByKeys {

    private final JdbcTemplate jdbc;
    private volatile @Nullable Boolean postgres;

    ByKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends. */
    void only() {
        Boolean known = postgres;
        if (known == null) {
            known = "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>) connection -> {
                DatabaseMetaData data = connection.getMetaData();
                return data.getDatabaseProductName();
            }));
            postgres = known;
        }
        if (known) {
            jdbc.queryForList("SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)");
        }
    }
}
