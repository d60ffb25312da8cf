package com.wecomesb.decision;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How far the bot may go on an account.
 *
 * @param kind the word of the file
 * @param percent 0 to 100; meaningful for {@link Kind#SHARE} only
 */
public record Mode(Kind kind, int percent) {

    /** The words of {@code accounts.yaml}. */
    public enum Kind {
        /** The bot does nothing; everybody is left to people. */
        STOPPED,
        /** The bot decides and records, and sends nothing. */
        SHADOW,
        /** The bot serves the testers. */
        TESTERS,
        /** The bot serves a share of the customers, always the same ones, {@code 20%}. */
        SHARE,
        /** The bot serves everybody. */
        LIVE
    }

    public static final Mode TESTERS = new Mode(Kind.TESTERS, 0);

    private static final Pattern SHARE = Pattern.compile("(0|[1-9][0-9]?|100)%");

    /** The mode that a file means; nothing for a word that is none. */
    public static Optional<Mode> of(String word) {
        Matcher share = SHARE.matcher(word);
        if (share.matches()) {
            return Optional.of(new Mode(Kind.SHARE, Integer.parseInt(share.group(1))));
        }
        return switch (word) {
            case "stopped" -> Optional.of(new Mode(Kind.STOPPED, 0));
            case "shadow" -> Optional.of(new Mode(Kind.SHADOW, 0));
            case "testers" -> Optional.of(TESTERS);
            case "live" -> Optional.of(new Mode(Kind.LIVE, 0));
            default -> Optional.empty();
        };
    }

    /** Whether the bot may decide at all, be it in the shadow only. */
    public boolean decides() {
        return kind != Kind.STOPPED;
    }

    /** Whether something may go out to {@code peer}; the testers are served in every mode but stopped and shadow. */
    boolean serves(String peer, Set<String> testers) {
        return switch (kind) {
            case STOPPED, SHADOW -> false;
            case TESTERS -> testers.contains(peer);
            case SHARE -> testers.contains(peer) || bucket(peer) < percent;
            case LIVE -> true;
        };
    }

    /** 0 to 99, the same for a peer on every instance and after every restart: who was served yesterday is today. */
    private static int bucket(String peer) {
        CRC32 checksum = new CRC32();
        checksum.update(peer.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() % 100);
    }

    /** The word of the file. */
    @Override
    public String toString() {
        return kind == Kind.SHARE ? percent + "%" : kind.name().toLowerCase(Locale.ROOT);
    }
}
