package com.wecomesb.configuration;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the example content out into a new folder, with the schemas that editors use. The product's files stay in the
 * jar, so that they come with its next version.
 */
public final class ShippedContent {

    private static final String SCHEMAS = ".schema/";

    private final ShippedFiles shipped;

    public ShippedContent(ShippedFiles shipped) {
        this.shipped = shipped;
    }

    /**
     * Writes the files; the folder appears with all of them or not at all.
     *
     * @throws FileAlreadyExistsException if something of that name is there and is not an empty folder
     */
    public void writeTo(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (isEmptyFolder(target)) {
            write(target);
            return;
        }
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path aside = target.resolveSibling("." + target.getFileName() + ".init");
        try {
            deleteAll(aside);
            write(aside);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteAll(aside);
        }
    }

    private void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        for (Map.Entry<String, byte[]> file : shipped.media().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        shipped.texts().forEach((path, text) -> {
            if (!ShippedFiles.isProduct(path)) {
                // In the repository the schemas stand beside the routes folder, here inside it: one step less.
                files.put(path, text.replace("../docs/schema/", SCHEMAS));
            }
        });
        ShippedFiles.schemas().forEach((name, text) -> files.put(SCHEMAS + name, text));
        return files;
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
