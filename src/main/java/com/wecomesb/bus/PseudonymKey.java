package com.wecomesb.bus;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.jdbc.core.JdbcTemplate;

/** The key of the pseudonyms, made once for all instances that share the database. */
final class PseudonymKey {

    private static final String NAME = "pseudonym-key";
    private static final int BYTES = 32;

    private final JdbcTemplate jdbc;

    PseudonymKey(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the key; whoever comes first makes it. */
    byte[] read() {
        byte[] offered = new byte[BYTES];
        new SecureRandom().nextBytes(offered);
        jdbc.update(
                "INSERT INTO setting (name, setting_value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                NAME,
                Base64.getEncoder().encodeToString(offered));
        String kept = jdbc.queryForObject("SELECT setting_value FROM setting WHERE name = ?", String.class, NAME);
        if (kept == null) {
            throw new IllegalStateException("the table setting has no " + NAME);
        }
        return Base64.getDecoder().decode(kept);
    }
}
