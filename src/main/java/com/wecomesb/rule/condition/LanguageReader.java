package com.wecomesb.rule.condition;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.Position;
import com.wecomesb.rule.condition.Reference.Kind;
import com.wecomesb.rule.condition.SentimentCondition.Tone;
import com.wecomesb.understanding.Understanding;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the conditions about what a text means: {@code intent}, {@code similar}, {@code sentiment}. */
final class LanguageReader {

    private static final KnownKeys INTENT = KnownKeys.of("intent ", "any", "threshold", "ask-from");
    private static final KnownKeys SIMILAR = KnownKeys.of("similar ", "to", "threshold", "ask-from");
    private static final KnownKeys SENTIMENT = KnownKeys.of("sentiment ", "is", "strength");

    private final List<Reference> references;
    private final Mistakes mistakes;

    /** @param references takes the names that other files have to know */
    LanguageReader(List<Reference> references, Mistakes mistakes) {
        this.references = references;
        this.mistakes = mistakes;
    }

    List<Condition> intent(YamlNode node) {
        if (!node.isMap()) {
            return List.of(new IntentCondition(names(node, Kind.INTENT), null, Understanding.INTENT_ASK_FROM));
        }
        INTENT.check(node, mistakes);
        if (node.get("any").isEmpty()) {
            mistakes.add(node, "intent 要写意图的名字,或者 {any: [退货, 换货], threshold: 0.6}");
        }
        Set<String> names = node.get("any").map(any -> names(any, Kind.INTENT)).orElse(Set.of());
        Double threshold = threshold(node);
        return List.of(new IntentCondition(
                names, threshold, askFrom(node, threshold == null ? 1 : threshold, Understanding.INTENT_ASK_FROM)));
    }

    List<Condition> similar(YamlNode node) {
        if (!node.isMap()) {
            mistakes.add(node, "similar 要写成 {threshold: 0.7},或者 {to: [话术的 id], threshold: 0.7}");
        }
        SIMILAR.check(node, mistakes);
        Set<String> replies = node.get("to").map(to -> names(to, Kind.ANSWER)).orElse(Set.of());
        Double written = threshold(node);
        double threshold = written == null ? Understanding.ANSWER_THRESHOLD : written;
        return List.of(
                new SimilarCondition(replies, threshold, askFrom(node, threshold, Understanding.ANSWER_ASK_FROM)));
    }

    List<Condition> sentiment(YamlNode node) {
        if (!node.isMap()) {
            return List.of(new SentimentCondition(tones(node), null));
        }
        SENTIMENT.check(node, mistakes);
        Optional<YamlNode> is = node.get("is");
        if (is.isEmpty()) {
            mistakes.add(node, "sentiment 要写成 negative,或者 {is: negative, strength: {at-least: 0.5}}");
        }
        Comparison strength = node.get("strength")
                .map(compared -> Comparison.read(compared, mistakes))
                .orElse(null);
        return List.of(new SentimentCondition(is.map(this::tones).orElse(Set.of()), strength));
    }

    private Set<Tone> tones(YamlNode node) {
        Set<Tone> tones = EnumSet.noneOf(Tone.class);
        for (YamlNode item : node.items()) {
            Arrays.stream(Tone.values())
                    .filter(tone -> tone.word().equals(item.text()))
                    .findFirst()
                    .ifPresentOrElse(tones::add, () -> mistakes.add(item, unknownTone(item.text())));
        }
        return tones;
    }

    private static String unknownTone(String typed) {
        List<String> known = Arrays.stream(Tone.values()).map(Tone::word).toList();
        return "没有语气“" + typed + "”" + Suggestion.of(typed, known);
    }

    private Set<String> names(YamlNode node, Kind kind) {
        Set<String> names = new LinkedHashSet<>();
        for (YamlNode item : node.items()) {
            names.add(item.text());
            references.add(new Reference(kind, item.text(), Position.of(item)));
        }
        return names;
    }

    private @Nullable Double threshold(YamlNode node) {
        return node.get("threshold").map(at -> score(at, "threshold")).orElse(null);
    }

    /** The customer may be asked below the threshold only. */
    private double askFrom(YamlNode node, double threshold, double otherwise) {
        YamlNode written = node.get("ask-from").orElse(null);
        if (written == null) {
            return Math.min(otherwise, threshold);
        }
        double score = score(written, "ask-from");
        if (score > threshold) {
            mistakes.add(written, "ask-from 要小于 threshold(" + Score.of(threshold) + "):从 ask-from 到 threshold 之间才反问客户");
        }
        return score;
    }

    private double score(YamlNode written, String key) {
        if (!written.text().matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
            mistakes.add(written, key + " 要写 0 到 1 之间的数,例如 0.7");
            return 0;
        }
        return Double.parseDouble(written.text());
    }
}
