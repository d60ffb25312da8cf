package com.wecomesb.configuration;

import com.wecomesb.book.Books;
import com.wecomesb.document.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The company's content as pages and REST may read and change it; nothing outside the routes folder, nothing of the product. */
public final class ContentFiles {

    private static final Pattern CONTENT = Pattern.compile(
            "(accounts|sync|identity)\\.yaml|(rules|vocabularies|replies|intents|calendars|mappings|dialogs|schedules)/[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*\\.yaml"
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
    public ConfigurationReport write(String path, String text) throws IOException {
        return write(Map.of(path, Optional.of(text)));
    }

    /**
     * Writes and deletes files, all or none of them, and puts them in force together.
     *
     * @param changes the new texts by path; empty: the file is deleted
     * @throws IllegalArgumentException if a path is not one of content, or a text too large; nothing was written then
     */
    public synchronized ConfigurationReport write(Map<String, Optional<String>> changes) throws IOException {
        changes.forEach(ContentFiles::check);
        Map<String, Optional<byte[]>> contents = new LinkedHashMap<>();
        changes.forEach((path, text) -> contents.put(path, text.map(written -> file(path, written))));
        return put(contents);
    }

    /** Puts a book that was tried out in its place. */
    synchronized ConfigurationReport writeBook(String path, byte[] content) throws IOException {
        if (!Books.isName(path)) {
            throw new IllegalArgumentException("not a reply book");
        }
        return put(Map.of(path, Optional.of(content)));
    }

    private ConfigurationReport put(Map<String, Optional<byte[]>> contents) throws IOException {
        materialise();
        Map<Path, Optional<byte[]>> targets = new LinkedHashMap<>();
        for (Map.Entry<String, Optional<byte[]>> content : contents.entrySet()) {
            targets.put(target(content.getKey()), content.getValue());
        }
        return configuration.reloadAfter(() -> FileSet.replace(targets));
    }

    /** Where no routes folder is, it is written with the shipped content. */
    public synchronized void materialise() throws IOException {
        if (!folder.exists()) {
            new ShippedContent(folder.shipped()).writeTo(folder.path());
            configuration.reload();
        }
    }

    private static void check(String path, Optional<String> text) {
        if (!isContent(path) && !Books.isName(path)) {
            throw new IllegalArgumentException("not a file of content");
        }
        if (text.orElse("").getBytes(StandardCharsets.UTF_8).length > RoutesFolder.MAX_FILE_BYTES) {
            throw new IllegalArgumentException("larger than 1 MiB");
        }
    }

    private static byte[] file(String path, String text) {
        return Books.isName(path) ? Books.file(path, text) : text.getBytes(StandardCharsets.UTF_8);
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
}
