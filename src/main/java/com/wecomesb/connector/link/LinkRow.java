package com.wecomesb.connector.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** A row of the table {@code record_link}. */
final class LinkRow {

    private LinkRow() {}

    static Link read(ResultSet row, int number) throws SQLException {
        String version = row.getString("remote_version");
        String untold = row.getString("untold");
        return new Link(
                row.getLong("id"),
                row.getString("system"),
                row.getString("kind"),
                row.getString("remote_id"),
                row.getString("our_id"),
                row.getString("contact_id"),
                Link.Origin.valueOf(row.getString("origin")),
                row.getBoolean("gone"),
                version == null ? "" : version,
                FieldStates.read(row.getString("fields")),
                untold == null ? Set.of() : new TreeSet<>(Arrays.asList(untold.split("\n"))));
    }
}
