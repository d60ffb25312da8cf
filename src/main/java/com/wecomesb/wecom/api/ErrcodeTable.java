package com.wecomesb.wecom.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one table of WeCom's error codes, {@code errcodes.txt} beside this class. */
final class ErrcodeTable {

    private static final Pattern ROW = Pattern.compile("(\\S+)\\s+([A-Z_]+)(?:/([A-Z]+))?\\s+(\\S.*)");
    private static final Pattern CODES = Pattern.compile("(-?\\d+)(?:-(\\d+))?");

    private final Map<Integer, Errcode> rows = new HashMap<>();

    /** The table that comes with the bus. */
    static ErrcodeTable published() {
        try (InputStream file = Objects.requireNonNull(ErrcodeTable.class.getResourceAsStream("errcodes.txt"))) {
            ErrcodeTable table = new ErrcodeTable();
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::add);
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The row of a code; a code that the table does not have is permanent, as WeCom advises. */
    Errcode of(int code) {
        Errcode row = rows.get(code);
        return row == null ? Errcode.unknown(code) : row;
    }

    private void add(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalStateException("errcodes.txt: not a row: " + line);
        }
        CallOutcome outcome = CallOutcome.valueOf(row.group(2));
        BlockWindow block = blockOf(row.group(3));
        if ((outcome == CallOutcome.THROTTLED) != (block != null)) {
            throw new IllegalStateException("errcodes.txt: THROTTLED and only it has a block: " + line);
        }
        for (String codes : row.group(1).split(",", -1)) {
            Matcher range = CODES.matcher(codes);
            if (!range.matches()) {
                throw new IllegalStateException("errcodes.txt: not a code: " + line);
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            for (int code = first; code <= last; code++) {
                add(new Errcode(code, outcome, block, row.group(4).strip(), true));
            }
        }
    }

    private void add(Errcode errcode) {
        if (rows.put(errcode.code(), errcode) != null) {
            throw new IllegalStateException("errcodes.txt: two rows for " + errcode.code());
        }
    }

    private static @Nullable BlockWindow blockOf(@Nullable String word) {
        return word == null ? null : BlockWindow.valueOf(word);
    }
}
