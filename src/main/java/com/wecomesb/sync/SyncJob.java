package com.wecomesb.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A first load or a comparison, and how far it is.
 *
 * @param reason why it waits, has failed or has left records out; null when all is well
 * @param parts the lists that are read side by side; empty before the first page
 * @param counts what was done, by name: {@code records}, {@code matched}, …
 */
public record SyncJob(
        long id,
        Task task,
        String system,
        String kind,
        Options options,
        State state,
        @Nullable String reason,
        List<Part> parts,
        Map<String, Long> counts,
        Instant startedAt,
        Instant updatedAt) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it does. */
    public enum Task {
        LOAD,
        RECONCILE
    }

    /** Where it is. */
    public enum State {
        RUNNING,
        /** A person stopped it; it can go on. */
        STOPPED,
        DONE,
        /** It cannot go on by itself; once mended it can. */
        FAILED
    }

    /**
     * How it is done.
     *
     * @param pageSize records asked for at once
     * @param parts into how many lists a system that can is asked to split the whole
     * @param callsPerSecond at most; 0 for as many as the system's connector allows
     * @param repair whether differences are mended
     */
    public record Options(int pageSize, int parts, int callsPerSecond, boolean repair) {}

    /**
     * One list.
     *
     * @param cursor where its next page begins, as JSON
     */
    public record Part(String cursor, boolean done) {}

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
