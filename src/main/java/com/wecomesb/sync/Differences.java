package com.wecomesb.sync;

import com.wecomesb.connector.link.Link;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What comparisons found, and what could not be taken, table {@code sync_difference}. */
@Repository
public class Differences {

    private static final int LONGEST = 1024;

    private final JdbcTemplate jdbc;

    Differences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record that is not on both sides what it was when they last agreed.
     *
     * @param what {@code unlinked}, {@code differs}, {@code gone}, {@code returned}; {@code failed} for a record that cannot be
     *     taken
     * @param theirs the record's id there
     * @param ours our record; null when there is none
     * @param fields that differ
     */
    record Difference(String what, String theirs, @Nullable String ours, Set<String> fields) {

        static Difference of(String what, Link link, Set<String> fields) {
            return new Difference(what, link.theirs(), link.ours(), fields);
        }
    }

    /** A difference as it is stored. */
    public record Found(
            long id, String what, String theirs, @Nullable String ours, List<String> fields, boolean repaired) {}

    /** A page that comes again after a crash is noted twice; the counts of a job are not. */
    void add(long job, List<Difference> differences, boolean repaired) {
        jdbc.batchUpdate(
                "INSERT INTO sync_difference (job_id, remote_id, our_id, what, fields, repaired) VALUES (?, ?, ?, ?, ?, ?)",
                differences.stream()
                        .map(one ->
                                new Object[] {job, one.theirs(), one.ours(), one.what(), text(one.fields()), repaired})
                        .toList());
    }

    private static String text(Set<String> fields) {
        String text = String.join(",", new TreeSet<>(fields));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** In the order in which they were found. */
    public List<Found> above(long job, long id, int limit) {
        return jdbc.query(
                "SELECT * FROM sync_difference WHERE job_id = ? AND id > ? ORDER BY id LIMIT ?",
                (row, number) -> new Found(
                        row.getLong("id"),
                        row.getString("what"),
                        row.getString("remote_id"),
                        row.getString("our_id"),
                        Arrays.stream(row.getString("fields").split(","))
                                .filter(field -> !field.isEmpty())
                                .toList(),
                        row.getBoolean("repaired")),
                job,
                id,
                limit);
    }
}
