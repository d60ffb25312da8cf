package com.wecomesb.understanding;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.reply.ShippedReplies;
import com.wecomesb.rule.Normalizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the shipped files teach; compiled once for all tests. */
public final class ShippedLanguage {

    private static final Language LANGUAGE = of(intents(), ShippedReplies.read().questions());

    private ShippedLanguage() {}

    public static Language read() {
        return LANGUAGE;
    }

    static Language of(IntentModel intents, Map<String, List<String>> questions) {
        return Language.of(intents, questions, Normalizer::normalize, Normalizer::normalizeKeepingCase);
    }

    private static IntentModel intents() {
        Path folder = Path.of("routes/intents");
        if (!Files.isDirectory(folder)) {
            return IntentModel.train(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<SourceFile> sources =
                    files.sorted().map(ShippedLanguage::source).toList();
            return new IntentFiles(Normalizer::normalize).read(sources, new Mistakes());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static SourceFile source(Path file) {
        try {
            return new SourceFile("intents/" + file.getFileName(), Files.readString(file), SourceFile.Origin.SHIPPED);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
