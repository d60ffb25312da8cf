package com.wecomesb.command;

import com.wecomesb.configuration.Formats;
import com.wecomesb.configuration.RoutesFolder;
import com.wecomesb.configuration.ShippedFiles;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.mapping.MappingFiles;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

/** One mapping file with what it refers to: the CSV files beside it and the schemas of the routes folder above. */
final class OfflineMapping {

    private OfflineMapping() {}

    static MappingSet read(Path file, Mistakes mistakes) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        files.add(new SourceFile(file.toString(), Files.readString(file), Origin.COMPANY));
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        try (Stream<Path> beside = Files.list(folder)) {
            for (Path csv : beside.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                files.add(new SourceFile("mappings/" + csv.getFileName(), Files.readString(csv), Origin.COMPANY));
            }
        }
        Path routes = folder.endsWith("mappings") ? Objects.requireNonNull(folder.getParent()) : folder;
        new RoutesFolder(routes, ShippedFiles.ofProduct())
                .read().files().stream()
                        .filter(found -> found.path().startsWith("schemas/"))
                        .forEach(files::add);
        StandardEnvironment settings = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        return new MappingFiles(Formats.businessZone(settings)).read(files, mistakes);
    }
}
