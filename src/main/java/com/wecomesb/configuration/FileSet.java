package com.wecomesb.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces several files together: written aside first, then put in their places; where one fails, all go back. */
final class FileSet {

    private FileSet() {}

    /** @param changes the new contents; empty: the file is deleted */
    static void replace(Map<Path, Optional<byte[]>> changes) throws IOException {
        Map<Path, Path> aside = new LinkedHashMap<>();
        Deque<Undo> done = new ArrayDeque<>();
        try {
            for (Map.Entry<Path, Optional<byte[]>> change : changes.entrySet()) {
                if (change.getValue().isPresent()) {
                    Path written = beside(change.getKey(), ".tmp");
                    aside.put(change.getKey(), written);
                    Files.write(written, change.getValue().get());
                }
            }
            for (Path target : changes.keySet()) {
                done.push(put(target, aside.get(target)));
            }
        } catch (IOException | RuntimeException failure) {
            goBack(done, failure);
            throw failure;
        } finally {
            for (Path written : aside.values()) {
                Files.deleteIfExists(written);
            }
        }
    }

    /** A file that was replaced, and what was there; null: nothing was. */
    private record Undo(Path target, byte @Nullable [] before) {}

    private static Undo put(Path target, @Nullable Path written) throws IOException {
        byte[] before = Files.exists(target) ? Files.readAllBytes(target) : null;
        if (written == null) {
            Files.deleteIfExists(target);
        } else {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Undo(target, before);
    }

    private static void goBack(Deque<Undo> done, Exception failure) {
        for (Undo undo : done) {
            try {
                if (undo.before() == null) {
                    Files.deleteIfExists(undo.target());
                } else {
                    Path written = beside(undo.target(), ".back");
                    Files.write(written, undo.before());
                    Files.move(
                            written,
                            undo.target(),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException alsoFails) {
                failure.addSuppressed(alsoFails);
            }
        }
    }

    private static Path beside(Path target, String ending) {
        return target.resolveSibling("." + target.getFileName() + ending);
    }
}
