package com.wecomesb.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The files that replies may send: those below {@code replies/files/} of the routes folder, or the shipped ones where
 * there is no such folder. A content is read again only when its file has changed. Thread-safe.
 */
public final class MediaFolder {

    /** WeCom takes nothing larger (W90253). */
    public static final long LARGEST = 20L << 20;

    private static final String PREFIX = "replies/files/";
    private static final int MAX_DEPTH = 4;

    private final Path routes;
    private final Map<String, byte[]> shipped;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String stamp, MediaFile file) {}

    /**
     * @param routes the routes folder, which need not exist
     * @param shipped contents by path, for when it does not
     */
    public MediaFolder(Path routes, Map<String, byte[]> shipped) {
        this.routes = routes;
        this.shipped = Map.copyOf(shipped);
    }

    /** Whether a file of this path is one that replies may send, and nothing else. */
    public static boolean isMedia(String path) {
        return path.startsWith(PREFIX) && path.length() > PREFIX.length();
    }

    /** All of them, sorted by path; hidden files are passed over. */
    public List<MediaFile> list() {
        if (!Files.isDirectory(routes)) {
            return shipped.keySet().stream()
                    .sorted()
                    .flatMap(path -> find(path).stream())
                    .toList();
        }
        Path folder = routes.resolve(PREFIX);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> routes.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.contains("/."))
                    .sorted()
                    .flatMap(path -> find(path).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is known of one file; nothing when it is not there. */
    public Optional<MediaFile> find(String path) {
        if (!isSafe(path)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(routes)) {
            return Optional.ofNullable(shipped.get(path)).map(content -> describe(path, content));
        }
        try {
            Path file = routes.resolve(path);
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String stamp = attributes.size() + "@" + attributes.lastModifiedTime();
            Known before = known.get(path);
            if (before != null && before.stamp().equals(stamp)) {
                return Optional.of(before.file());
            }
            MediaFile described = attributes.size() > LARGEST
                    ? new MediaFile(path, attributes.size(), stamp, MediaFormat.OTHER)
                    : describe(path, Files.readAllBytes(file));
            known.put(path, new Known(stamp, described));
            return Optional.of(described);
        } catch (NoSuchFileException | InvalidPathException none) {
            // A name that this machine's locale has no letters for is that of no file here.
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The content of a file as it is now; nothing when it is not there, or larger than WeCom takes. */
    public Optional<byte[]> content(String path) {
        if (!isSafe(path)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(routes)) {
            return Optional.ofNullable(shipped.get(path)).map(byte[]::clone);
        }
        try (InputStream file = Files.newInputStream(routes.resolve(path))) {
            byte[] content = file.readNBytes((int) LARGEST + 1);
            return content.length > LARGEST ? Optional.empty() : Optional.of(content);
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSafe(String path) {
        return isMedia(path) && !path.contains("..");
    }

    static MediaFile describe(String path, byte[] content) {
        return new MediaFile(path, content.length, sha256(content), MediaFormat.of(content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
