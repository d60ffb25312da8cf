package com.wecomesb.connector.link;

import com.wecomesb.database.Keys;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Whose the links are. Within the caller's transaction, which has locked the contacts. */
@Repository
public class OwnedLinks {

    private final JdbcTemplate jdbc;

    OwnedLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The links of everything that belongs to these contacts. */
    public List<Link> ofContacts(String kind, Collection<String> contacts) {
        return contacts.isEmpty()
                ? List.of()
                : jdbc.query(
                        "SELECT * FROM record_link WHERE contact_id = ANY(?) AND kind = ? AND NOT gone ORDER BY id",
                        LinkRow::read,
                        Keys.of(contacts),
                        kind);
    }

    /** Gives all that belongs to one contact to another. */
    public List<Long> move(String from, String to) {
        List<Long> ids = jdbc.queryForList(
                "SELECT id FROM record_link WHERE contact_id = ? ORDER BY id FOR UPDATE", Long.class, from);
        giveBack(ids, from, to);
        return ids;
    }

    /** Gives what one contact holds to another, of these links. */
    public void giveBack(Collection<Long> ids, String holder, String owner) {
        jdbc.batchUpdate(
                "UPDATE record_link SET contact_id = ?, our_id = CASE WHEN our_id = ? THEN ? ELSE our_id END"
                        + " WHERE id = ? AND contact_id = ?",
                ids.stream()
                        .map(id -> new Object[] {owner, holder, owner, id, holder})
                        .toList());
    }

    /** Notes whose links are that were nobody's. */
    public void bind(Collection<Link> owned) {
        jdbc.batchUpdate(
                "UPDATE record_link SET contact_id = ?, origin = ? WHERE id = ? AND contact_id IS NULL",
                owned.stream()
                        .map(link -> new Object[] {link.contact(), link.origin().name(), link.id()})
                        .toList());
    }
}
