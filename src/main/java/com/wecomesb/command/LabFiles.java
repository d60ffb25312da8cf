package com.wecomesb.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.configuration.ContentFiles;
import com.wecomesb.configuration.RouteFiles;
import com.wecomesb.configuration.RoutesFolder;
import com.wecomesb.configuration.ShippedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files that are to be tried or published: a routes folder, or one file in place of the one in force. */
final class LabFiles {

    @Parameters(
            paramLabel = "FOLDER|FILE",
            description = "a routes folder, whose folders replace those in force; or one file")
    private Path source;

    @Option(
            names = "--as",
            paramLabel = "PATH",
            description = "which file a single FILE replaces, rules/returns.yaml; else by its own path")
    private @Nullable String as;

    /** {@code {"files": {path: text}, "whole": …}}. */
    ObjectNode read() throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode files = body.putObject("files");
        if (Files.isDirectory(source)) {
            RouteFiles read = new RoutesFolder(source, ShippedFiles.ofProduct()).read();
            if (!read.mistakes().isEmpty()) {
                throw CommandFailed.refused(read.mistakes().get(0).toString());
            }
            read.content().forEach(files::put);
            body.put("whole", true);
        } else {
            files.put(path(), Files.readString(source));
        }
        if (files.isEmpty()) {
            throw CommandFailed.refused("there is nothing in " + source + ": it has no rules/, replies/ and so on");
        }
        return body;
    }

    private String path() {
        if (as != null) {
            return as;
        }
        Path absolute = source.toAbsolutePath().normalize();
        int names = absolute.getNameCount();
        String inFolder =
                names < 2 ? "" : absolute.subpath(names - 2, names).toString().replace('\\', '/');
        return ContentFiles.isContent(inFolder) ? inFolder : "rules/" + absolute.getFileName();
    }
}
