package com.wecomesb.command;

import com.wecomesb.configuration.Formats;
import com.wecomesb.configuration.RoutesFolder;
import com.wecomesb.configuration.ShippedFiles;
import com.wecomesb.configuration.SnapshotBuilder.Built;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Option;

/** The files of a folder, read and checked as the bus does it, without running it. */
final class OfflineConfiguration {

    @Option(names = "--dir", paramLabel = "DIR", description = "the routes folder; esb.routes-dir, else routes")
    private @Nullable Path folder;

    /** Camel files are read, but not tried out: that needs the bus. */
    Built build() {
        StandardEnvironment settings = settings();
        return Formats.builder(settings, files -> List.of())
                .build(new RoutesFolder(routes(settings), ShippedFiles.ofProduct()).read());
    }

    /** What the bus would be set to. */
    StandardEnvironment settings() {
        StandardEnvironment settings = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        settings.getPropertySources().addFirst(new MapPropertySource("check", Map.of("esb.rules.strict", true)));
        return settings;
    }

    Path routes(StandardEnvironment settings) {
        return folder == null ? Path.of(settings.getProperty("esb.routes-dir", "routes")) : folder;
    }
}
