package com.wecomesb.connector;

import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** The descriptions of the connectors. */
    static Connectors connectors() {
        List<SourceFile> files = of("connectors", ".connector.yaml").entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue(), SourceFile.Origin.SHIPPED))
                .toList();
        Mistakes mistakes = new Mistakes();
        Connectors connectors = new ConnectorFiles().read(files, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        return connectors;
    }

    /** The Kamelets by name. */
    static Map<String, String> kamelets() {
        Map<String, String> kamelets = new TreeMap<>();
        of("connectors", KameletFile.SUFFIX)
                .forEach((file, text) ->
                        kamelets.put(file.replace("connectors/", "").replace(KameletFile.SUFFIX, ""), text));
        return kamelets;
    }

    /** The mappings. */
    static MappingSet mappings() {
        Mistakes mistakes = new Mistakes();
        MappingSet mappings = MappingSet.read(
                of("mappings", ".yaml").entrySet().stream()
                        .flatMap(file -> YamlFile.read(file.getKey(), file.getValue(), mistakes).stream())
                        .toList(),
                mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        return mappings;
    }
}
