package com.wecomesb.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of {@code routes/}, as the jar has them. */
final class ShippedFiles {

    private static final Path ROUTES = Path.of("routes");

    private ShippedFiles() {}

    /** Whole texts by path below {@code routes}. */
    static Map<String, String> of(String folder, String suffix) {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.list(ROUTES.resolve(folder))) {
            for (Path path :
                    paths.filter(path -> path.toString().endsWith(suffix)).toList()) {
                files.put(folder + "/" + path.getFileName(), Files.readString(path));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return files;
    }

    /** The Kamelets by name. */
    static Map<String, String> kamelets() {
        Map<String, String> kamelets = new TreeMap<>();
        of("connectors", KameletFile.SUFFIX)
                .forEach((file, text) ->
                        kamelets.put(file.replace("connectors/", "").replace(KameletFile.SUFFIX, ""), text));
        return kamelets;
    }
}
