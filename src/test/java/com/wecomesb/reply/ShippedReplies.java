package com.wecomesb.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The reply library that is shipped. */
public final class ShippedReplies {

    private ShippedReplies() {}

    public static ReplyLibrary read() {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> roots = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("routes/replies"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                YamlFile.read("replies/" + file.getFileName(), Files.readString(file), mistakes)
                        .ifPresent(roots::add);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        ReplyLibrary library = ReplyLibrary.read(roots, mistakes);
        assertThat(mistakes.list()).isEmpty();
        return library;
    }
}
