package com.wecomesb.api;

import com.wecomesb.configuration.ContentFiles;
import com.wecomesb.lab.Proposal;
import com.wecomesb.lab.Publishing.Signature;
import com.wecomesb.lab.Shadow.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files to try or to publish.
 *
 * @param files texts by path, {@code rules/returns.yaml}; null deletes the file
 * @param whole true: they are whole folders, what else is in those folders is deleted
 * @param days how many days to look back, 1 to 365, 7 when missing; 0 publishes without trying
 * @param most events at most, the newest ones, 1 to 100,000, 5,000 when missing
 * @param show differences at most, 0 to 1,000, 100 when missing
 * @param author who publishes
 * @param reason what for
 */
record ProposalBody(
        @Nullable Map<String, @Nullable String> files,
        boolean whole,
        @Nullable Integer days,
        @Nullable Integer most,
        @Nullable Integer show,
        @Nullable String author,
        @Nullable String reason) {

    private static final int MAX_AUTHOR = 128;
    private static final int MAX_REASON = 1024;
    private static final int MAX_FILES = 5_000;

    Proposal proposal() {
        if (files == null || files.isEmpty() || files.size() > MAX_FILES) {
            throw new BadRequest("files must have 1 to " + MAX_FILES + " texts by path");
        }
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            if (!ContentFiles.isContent(path)) {
                throw new BadRequest("Only accounts.yaml and files of content folders can be tried or published;"
                        + " paths are like rules/returns.yaml");
            }
            texts.put(path, Optional.ofNullable(text));
        });
        return new Proposal(texts, whole);
    }

    Scope scope() {
        return new Scope(
                within("days", days, 7, 1, 365),
                within("most", most, 5_000, 1, 100_000),
                within("show", show, 100, 0, 1_000));
    }

    @Nullable
    Scope triedBeforehand() {
        return days != null && days == 0 ? null : scope();
    }

    Signature signature() {
        return signature(author, reason);
    }

    static Signature signature(@Nullable String author, @Nullable String reason) {
        return new Signature(text("author", author, MAX_AUTHOR), text("reason", reason, MAX_REASON));
    }

    private static String text(String name, @Nullable String value, int most) {
        String text = Objects.requireNonNullElse(value, "").strip();
        if (text.isEmpty() || text.length() > most) {
            throw new BadRequest(name + " is needed, with at most " + most + " characters");
        }
        return text;
    }

    private static int within(String name, @Nullable Integer value, int otherwise, int least, int most) {
        int number = value == null ? otherwise : value;
        if (number < least || number > most) {
            throw new BadRequest(name + " must be " + least + " to " + most);
        }
        return number;
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "ProposalBody[" + (files == null ? 0 : files.size()) + " files]";
    }
}
