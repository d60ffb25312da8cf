package com.wecomesb.understanding;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Owns {@code intents/*.yaml}; the model is learnt anew only when one of them changed. Thread-safe. */
public final class IntentFiles implements FormatOwner<IntentModel> {

    private final UnaryOperator<String> normalForm;
    private volatile @Nullable Learnt learnt;

    private record Learnt(List<IntentExamples> from, IntentModel model) {}

    /** A reader that brings the examples into the form that messages are classified in. */
    public IntentFiles(UnaryOperator<String> normalForm) {
        this.normalForm = normalForm;
    }

    @Override
    public String name() {
        return "intents";
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("intents/") && path.endsWith(".yaml");
    }

    @Override
    public IntentModel read(List<SourceFile> files, Mistakes mistakes) {
        IntentReader reader = new IntentReader(normalForm, mistakes);
        files.forEach(file -> YamlFile.read(file.path(), file.text(), mistakes).ifPresent(reader::read));
        return model(reader.intents());
    }

    private IntentModel model(List<IntentExamples> intents) {
        Learnt before = learnt;
        if (before != null && before.from().equals(intents)) {
            return before.model();
        }
        IntentModel model = IntentModel.train(intents);
        learnt = new Learnt(intents, model);
        return model;
    }
}
