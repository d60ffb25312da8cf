package com.wecomesb.configuration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells when a folder has changed and come to rest, so that no half-written file is read. Not thread-safe. */
final class FolderChanges {

    private Map<String, String> loaded;
    private @Nullable Map<String, String> moving;

    FolderChanges(Map<String, String> loaded) {
        this.loaded = loaded;
    }

    /** Whether {@code now} differs from what was loaded and is the same as at the last look; it then counts as loaded. */
    boolean cameToRest(Map<String, String> now) {
        if (now.equals(loaded)) {
            moving = null;
            return false;
        }
        if (now.equals(moving)) {
            loaded = now;
            moving = null;
            return true;
        }
        moving = now;
        return false;
    }
}
