package com.wecomesb.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command reaches the running bus, and how it prints what the bus answers. */
final class BusOptions {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, String> environment;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--url", paramLabel = "URL", description = "where the bus is; ESB_URL, else http://127.0.0.1:8080")
    private @Nullable URI url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the API key; ESB_API_KEY, else the file api-key in the data folder")
    private @Nullable String key;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "the bus's data folder; ESB_DATA_DIR, else data")
    private @Nullable Path dataFolder;

    @Option(names = "--json", description = "print the answer as JSON")
    private boolean json;

    BusOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    BusClient bus() {
        return new BusClient(url(), key());
    }

    URI url() {
        return url == null ? URI.create(environment.getOrDefault("ESB_URL", "http://127.0.0.1:8080")) : url;
    }

    Path keyFile() {
        Path folder = dataFolder == null ? Path.of(environment.getOrDefault("ESB_DATA_DIR", "data")) : dataFolder;
        return folder.resolve("api-key");
    }

    private @Nullable String key() {
        if (key != null) {
            return key;
        }
        String given = environment.get("ESB_API_KEY");
        if (given != null) {
            return given;
        }
        try {
            return Files.isReadable(keyFile()) ? Files.readString(keyFile()).strip() : null;
        } catch (IOException unreadable) {
            throw CommandFailed.refused("cannot read " + keyFile());
        }
    }

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return EsbCommand.out(command);
    }

    /** Prints the answer, as JSON if that was asked for, else in words. */
    void print(JsonNode answer, Consumer<PrintWriter> words) {
        PrintWriter out = out();
        if (json) {
            out.println(text(answer));
        } else {
            words.accept(out);
        }
        out.flush();
    }

    static String text(JsonNode answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
