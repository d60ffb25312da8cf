package com.wecomesb.receive.pull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cursors of all accounts, in the table {@code kf_cursor}; each change is a compare-and-set. */
@Component
class KfCursors {

    private final JdbcClient database;

    KfCursors(JdbcClient database) {
        this.database = database;
    }

    /** The cursor of an account, made when it is the first time that the account is read. */
    KfCursor of(String account, String app) {
        return database.sql("SELECT cursor_value, pull_started_at FROM kf_cursor WHERE account = :account")
                .param("account", account)
                .query((row, number) -> new KfCursor(
                        account,
                        row.getString("cursor_value"),
                        row.getObject("pull_started_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseGet(() -> first(account, app));
    }

    /** Moves a cursor; false if somebody else has moved it meanwhile. */
    boolean move(KfCursor from, String next) {
        return database.sql(
                                "UPDATE kf_cursor SET cursor_value = :next WHERE account = :account AND cursor_value = :old")
                        .param("next", next)
                        .param("account", from.account())
                        .param("old", from.value())
                        .update()
                == 1;
    }

    /** Moves a cursor to the end of what there is, and notes when the pull that came there began. */
    boolean moveToEnd(KfCursor from, String last, Instant pullStartedAt) {
        return database.sql("""
                        UPDATE kf_cursor SET cursor_value = :last, pull_started_at = GREATEST(pull_started_at, :started)
                        WHERE account = :account AND cursor_value = :old
                        """)
                        .param("last", last)
                        .param("started", pullStartedAt.atOffset(ZoneOffset.UTC))
                        .param("account", from.account())
                        .param("old", from.value())
                        .update()
                == 1;
    }

    private KfCursor first(String account, String app) {
        try {
            database.sql("""
                            INSERT INTO kf_cursor (account, app, cursor_value, pull_started_at)
                            VALUES (:account, :app, '', :never)
                            """)
                    .param("account", account)
                    .param("app", app)
                    .param("never", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                    .update();
            return new KfCursor(account, "", Instant.EPOCH);
        } catch (DuplicateKeyException madeMeanwhile) {
            return of(account, app);
        }
    }
}
