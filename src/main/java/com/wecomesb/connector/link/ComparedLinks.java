package com.wecomesb.connector.link;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which links a comparison of both sides has met. */
@Repository
public class ComparedLinks {

    private final JdbcTemplate jdbc;

    ComparedLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A comparison has met these records. */
    public void seen(Collection<Link> met, long comparison) {
        jdbc.batchUpdate(
                "UPDATE record_link SET seen_by = ? WHERE id = ?",
                met.stream().map(link -> new Object[] {comparison, link.id()}).toList());
    }

    /** The links of records that a comparison has not met, in the order of their numbers. */
    public List<Link> unseen(String system, String kind, long comparison, long after, int limit) {
        return jdbc.query(
                "SELECT * FROM record_link WHERE system = ? AND kind = ? AND NOT gone AND id > ?"
                        + " AND (seen_by IS NULL OR seen_by <> ?) ORDER BY id LIMIT ?",
                LinkRow::read,
                system,
                kind,
                after,
                comparison,
                limit);
    }
}
