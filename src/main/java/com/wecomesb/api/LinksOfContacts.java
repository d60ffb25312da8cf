package com.wecomesb.api;

import com.wecomesb.action.ActionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other systems have of our contacts. */
@Repository
class LinksOfContacts {

    private static final int MOST = 50;

    /** Who was merged is looked for under the other contact. */
    private static final String LINKS_OF = """
            SELECT * FROM record_link WHERE contact_id IN (
                SELECT CAST(:id AS VARCHAR(256))
                UNION SELECT merged_into FROM contact WHERE id = :id
                UNION SELECT contact_id FROM contact_identity WHERE identity_value = :id
            ) ORDER BY system, kind, id LIMIT :most
            """;

    private final JdbcClient jdbc;

    LinksOfContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By our id of the contact, or by what it is called elsewhere: what WeCom calls it, a phone number. */
    List<LinkView> of(String id) {
        return jdbc.sql(LINKS_OF)
                .param("id", id)
                .param("most", MOST)
                .query((row, number) -> link(row))
                .list();
    }

    private static LinkView link(ResultSet row) throws SQLException {
        return new LinkView(
                row.getString("system"),
                row.getString("kind"),
                row.getString("remote_id"),
                row.getString("contact_id"),
                row.getString("origin"),
                row.getBoolean("gone"),
                row.getString("remote_version"),
                instant(row, "created_at"),
                instant(row, "synced_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(ActionRows.instant(row, column));
    }
}
