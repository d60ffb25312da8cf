package com.wecomesb.configuration;

import com.wecomesb.book.BookText;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.media.MediaFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of the integration engineer, laid over what the jar brings. Sizes are bounded; hidden files are passed over. */
public final class RoutesFolder {

    /** A file above this is not configuration. */
    static final int MAX_FILE_BYTES = 1024 * 1024;

    static final int MAX_FILES = 5_000;

    private static final int MAX_DEPTH = 6;
    private static final Pattern WANTED = Pattern.compile(".+\\.(yaml|yml|json|csv|txt|xlsx|xls)");

    private final Path folder;
    private final ShippedFiles shipped;
    private final MediaFolder media;

    public RoutesFolder(Path folder, ShippedFiles shipped) {
        this.folder = folder;
        this.shipped = shipped;
        this.media = new MediaFolder(folder, shipped.media());
    }

    /** The files that replies send. */
    MediaFolder media() {
        return media;
    }

    public Path path() {
        return folder;
    }

    public boolean exists() {
        return Files.isDirectory(folder);
    }

    ShippedFiles shipped() {
        return shipped;
    }

    /** Reads everything anew. A file that vanishes meanwhile counts as not there. */
    public RouteFiles read() {
        Mistakes mistakes = new Mistakes();
        boolean examples = !exists();
        Map<String, SourceFile> files = new TreeMap<>();
        shipped.texts().forEach((path, text) -> {
            if (examples || ShippedFiles.isProduct(path)) {
                files.put(path, new SourceFile(path, text, Origin.SHIPPED));
            }
        });
        Map<String, Path> own = list();
        if (own.size() > MAX_FILES) {
            mistakes.addWholeFile(folder.toString(), "文件超过 " + MAX_FILES + " 个");
        }
        for (Map.Entry<String, Path> found : own.entrySet()) {
            if (MediaFolder.isMedia(found.getKey())) {
                continue;
            }
            String text = text(found.getKey(), found.getValue(), mistakes);
            SourceFile below = files.get(found.getKey());
            if (text != null && (below == null || !below.text().equals(text))) {
                Origin origin = below == null ? Origin.COMPANY : Origin.OVERLAID;
                files.put(found.getKey(), new SourceFile(found.getKey(), text, origin));
            }
        }
        return new RouteFiles(List.copyOf(files.values()), media.list(), mistakes.list(), examples);
    }

    /** Changes whenever a file appears, vanishes or is written: sizes and times by path, no content. */
    Map<String, String> fingerprint() {
        Map<String, String> stamps = new LinkedHashMap<>();
        list().forEach((path, file) -> {
            try {
                stamps.put(
                        path,
                        Files.size(file) + "@" + Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
            } catch (IOException vanished) {
                stamps.put(path, "gone");
            }
        });
        if (exists()) {
            stamps.put("", "there");
        }
        return stamps;
    }

    private Map<String, Path> list() {
        Map<String, Path> found = new TreeMap<>();
        if (!exists()) {
            return found;
        }
        // Links are followed: Kubernetes mounts each file of a ConfigMap as a link into a hidden folder.
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            walk.filter(file -> !hidden(file) && Files.isRegularFile(file))
                    .limit(MAX_FILES + 1L)
                    .forEach(file -> found.put(relative(file), file));
        } catch (NoSuchFileException vanished) {
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.keySet().removeIf(path -> !WANTED.matcher(path).matches() && !MediaFolder.isMedia(path));
        return found;
    }

    private boolean hidden(Path file) {
        for (Path step : folder.relativize(file)) {
            if (step.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static @Nullable String text(String path, Path file, Mistakes mistakes) {
        try {
            if (BookText.isBook(path)) {
                return book(path, file, mistakes);
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                mistakes.addWholeFile(path, "文件大于 1 MiB,没有读取");
                return null;
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            mistakes.addWholeFile(path, "文件不是 UTF-8 编码,请另存为 UTF-8");
            return null;
        } catch (NoSuchFileException vanished) {
            return null;
        } catch (IOException unreadable) {
            mistakes.addWholeFile(path, "文件读不了,请检查权限");
            return null;
        }
    }

    private static @Nullable String book(String path, Path file, Mistakes mistakes) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return BookText.of(path, content.readNBytes(BookText.MAX_BYTES + 1), mistakes);
        }
    }
}
