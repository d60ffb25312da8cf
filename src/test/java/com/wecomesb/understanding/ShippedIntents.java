package com.wecomesb.understanding;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.rule.Normalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The intents that come with the product. */
final class ShippedIntents {

    private ShippedIntents() {}

    static IntentModel model() {
        Mistakes mistakes = new Mistakes();
        IntentModel model = new IntentFiles(Normalizer::normalize).read(files(), mistakes);
        if (!mistakes.isEmpty()) {
            throw new AssertionError(mistakes.list());
        }
        return model;
    }

    private static List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> folder = Files.list(Path.of("routes/intents"))) {
            for (Path path : folder.sorted().toList()) {
                files.add(new SourceFile("intents/" + path.getFileName(), Files.readString(path), Origin.SHIPPED));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return files;
    }
}
