package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping came to its result, for the eyes of whoever sent the document: it holds values.
 *
 * @param trace in the order of the table; a field of a list once for each item
 * @param unread what of the document no line reads, {@code items[].weight}: it is lost
 */
public record MappingTrace(JsonNode result, List<Field> trace, List<Violation> violations, SortedSet<String> unread) {

    static final String SKIPPED = "条件不成立,跳过";

    /**
     * One field's way.
     *
     * @param from the source path; null for a constant or a text
     * @param input what stood there; null when nothing did
     * @param output what was written; null when the target was left alone
     * @param note why, when the way was not the plain one, in Chinese
     */
    public record Field(
            String to,
            @Nullable String from,
            @Nullable JsonNode input,
            List<Step> steps,
            @Nullable JsonNode output,
            @Nullable String note) {

        /** Whether the target got nothing. */
        public boolean isEmpty() {
            return output == null || output.isNull();
        }

        /** Whether the line was not for this document. */
        public boolean isSkipped() {
            return SKIPPED.equals(note);
        }

        /** Whether the target got the line's default, since the source said nothing. */
        public boolean isDefault() {
            return !isEmpty() && note != null;
        }
    }

    /** What one step made of the value; null when it refused. */
    public record Step(String step, @Nullable JsonNode output) {}
}
