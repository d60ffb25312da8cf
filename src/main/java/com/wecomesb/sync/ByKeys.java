package com.wecomesb.sync;

import com.wecomesb.database.Product;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has a transaction find everything by its key. Of tables that have just been filled PostgreSQL knows nothing yet and would
 * read them whole for every page of a first load, the longer the more there is.
 */
@Component
class ByKeys {

    private final JdbcTemplate jdbc;
    private volatile @Nullable Product product;

    ByKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends. */
    void only() {
        Product known = product;
        if (known == null) {
            known = Product.of(jdbc);
            product = known;
        }
        if (known == Product.POSTGRESQL) {
            jdbc.queryForList("SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)");
        }
    }
}
