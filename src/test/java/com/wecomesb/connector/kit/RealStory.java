package com.wecomesb.connector.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the connectors and the real systems said in a run, for {@code docs/transcripts}; written with {@code -Ddocs.write=true}. */
final class RealStory {

    static final RealStory OF_ALL_TESTS = new RealStory();

    private static final Path FOLDER = Path.of("docs", "transcripts");

    private final Map<String, StringBuilder> told = new ConcurrentHashMap<>();

    void tell(String connector, String verb, String document, String outcome, List<String> wire) {
        StringBuilder story = told.computeIfAbsent(connector, name -> new StringBuilder());
        synchronized (story) {
            story.append("\n## ")
                    .append(verb)
                    .append("\n\n```\n")
                    .append(document)
                    .append("\n```\n\n```\n");
            wire.forEach(line -> story.append(line).append('\n'));
            story.append("```\n\n```\n").append(outcome).append("\n```\n");
        }
    }

    void writeIfAsked(String connector) {
        if (!Boolean.getBoolean("docs.write") || !told.containsKey(connector)) {
            return;
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(connector + ".md"),
                    "# " + connector
                            + "\n\nWritten by the tests of the profile `real-systems` from a run against the running system: what the connector was asked,\n"
                            + "what went over the wire (logins are left out), what it answered. Nothing but throw-away test data is in it.\n"
                            + told.get(connector));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
