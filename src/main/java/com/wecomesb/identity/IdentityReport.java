package com.wecomesb.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How well the records of other systems were recognised. */
@Component
public class IdentityReport {

    private final JdbcTemplate jdbc;

    IdentityReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The records of one kind in one system.
     *
     * @param records how many are known
     * @param matched recognised, by rule or by a person
     * @param created that a contact of ours was made of, and those that we wrote there
     * @param ambiguous that wait for a person
     * @param lost that belong to nobody we know
     */
    public record Line(
            String system, String kind, long records, long matched, long created, long ambiguous, long lost) {

        /** 0 to 1. */
        public double share(long part) {
            return records == 0 ? 0 : (double) part / records;
        }
    }

    /**
     * The whole of it.
     *
     * @param merged merges that hold
     * @param twins pairs of contacts that a person is asked about
     */
    public record Report(List<Line> systems, long merged, long twins) {}

    public Report read() {
        Map<String, long[]> counts = new TreeMap<>();
        jdbc.query(
                "SELECT system, kind, origin, COUNT(*) FROM record_link WHERE NOT gone GROUP BY system, kind, origin",
                row -> {
                    long count = row.getLong(4);
                    long[] line = line(counts, row.getString(1), row.getString(2));
                    line[0] += count;
                    line[column(row.getString(3))] += count;
                });
        jdbc.query(
                "SELECT system, kind, COUNT(*) FROM identity_review WHERE state = 'OPEN' AND system IS NOT NULL"
                        + " GROUP BY system, kind",
                row -> {
                    long[] line = line(counts, row.getString(1), row.getString(2));
                    line[3] += row.getLong(3);
                    // Who waits is not lost.
                    line[4] = Math.max(0, line[4] - row.getLong(3));
                });
        List<Line> lines = new ArrayList<>();
        counts.forEach((key, line) -> {
            String[] names = key.split("\n", 2);
            lines.add(new Line(names[0], names[1], line[0], line[1], line[2], line[3], line[4]));
        });
        return new Report(
                lines,
                count("SELECT COUNT(*) FROM contact_merge WHERE undone_at IS NULL"),
                count("SELECT COUNT(*) FROM identity_review WHERE state = 'OPEN' AND system IS NULL"));
    }

    private static long[] line(Map<String, long[]> counts, String system, String kind) {
        return counts.computeIfAbsent(system + "\n" + kind, key -> new long[5]);
    }

    private static int column(String origin) {
        return switch (origin) {
            case "MATCHED", "REVIEWED" -> 1;
            case "CREATED", "WRITTEN" -> 2;
            default -> 4;
        };
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
