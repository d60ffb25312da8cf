package com.wecomesb.configuration;

import com.wecomesb.book.Books;
import com.wecomesb.document.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The company's content as pages and REST may read and change it; nothing outside the routes folder, nothing of the product. */
public final class ContentFiles {

    private static final Pattern CONTENT = Pattern.compile(
            "accounts\\.yaml|(rules|vocabularies|replies|intents|calendars|mappings|dialogs|schedules)/[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*\\.yaml"
                    + "|mappings/[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*\\.csv");

    private final RoutesFolder folder;
    private final RunningConfiguration configuration;

    ContentFiles(RoutesFolder folder, RunningConfiguration configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    /** Whether a file of this path may be read and written here. */
    public static boolean isContent(String path) {
        return CONTENT.matcher(path).matches();
    }

    /** The text as it stands now, also when it has mistakes and is not in force. */
    public Optional<SourceFile> read(String path) {
        return isContent(path) ? folder.read().file(path) : Optional.empty();
    }

    /**
     * Writes a file, as an editor would: with mistakes in it the configuration in force stays, and they are reported.
     * Without a routes folder the shipped content is written out first.
     *
     * @return what the configuration is then
     * @throws IllegalArgumentException if the path is not one of content, or the text too large
     */
    public synchronized ConfigurationReport write(String path, String text) throws IOException {
        if (!isContent(path)) {
            throw new IllegalArgumentException("not a file of content");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > RoutesFolder.MAX_FILE_BYTES) {
            throw new IllegalArgumentException("larger than 1 MiB");
        }
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a book that was tried out in its place. */
    synchronized ConfigurationReport writeBook(String path, byte[] content) throws IOException {
        if (!Books.isName(path)) {
            throw new IllegalArgumentException("not a reply book");
        }
        return put(path, content);
    }

    private ConfigurationReport put(String path, byte[] content) throws IOException {
        if (!folder.exists()) {
            new ShippedContent(folder.shipped()).writeTo(folder.path());
        }
        replace(target(path), content);
        return configuration.reload();
    }

    /** The file's place, after links were followed: a link must not lead out of the folder. */
    private Path target(String path) throws IOException {
        Path root = folder.path().toRealPath();
        Path target = folder.path().resolve(path);
        Path above = Objects.requireNonNull(target.getParent());
        Files.createDirectories(above);
        Path parent = above.toRealPath();
        if (!parent.startsWith(root)
                || Files.isSymbolicLink(target)
                || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("not a file of content");
        }
        return parent.resolve(target.getFileName());
    }

    private static void replace(Path target, byte[] content) throws IOException {
        Path aside = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            Files.write(aside, content);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
