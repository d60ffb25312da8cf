package com.wecomesb.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that was in force.
 *
 * @param number 1 for the first one
 * @param snapshot as decisions have it
 * @param content the hash of the company's files alone; equal for equal files
 * @param author who published it; {@code file} where somebody edited the files themselves
 * @param restores the version whose files it took up again, if it did
 * @param difference from the version before, as {@link Difference} has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Version(
        long number,
        String snapshot,
        String content,
        String author,
        String reason,
        Instant publishedAt,
        @Nullable Long restores,
        JsonNode difference) {

    static final String BY_FILE = "file";
}
