package com.wecomesb.lab;

import com.wecomesb.configuration.Snapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version before it has its number.
 *
 * @param content the company's files, text by path
 * @param decisions what would have been decided otherwise of late, where that was tried
 */
record Draft(
        String snapshot,
        Map<String, String> content,
        String author,
        String reason,
        @Nullable Long restores,
        Difference.@Nullable Decisions decisions) {

    static Draft byFile(Snapshot snapshot, String reason) {
        return new Draft(snapshot.hash(), snapshot.files().content(), Version.BY_FILE, reason, null, null);
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "Draft[" + snapshot + "]";
    }
}
