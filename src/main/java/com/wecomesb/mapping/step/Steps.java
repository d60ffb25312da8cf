package com.wecomesb.mapping.step;

import static java.util.Map.entry;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All steps by the word that files use. */
public final class Steps {

    private static final Map<String, Function<StepArgument, Step>> READERS = Map.ofEntries(
            entry("trim", TrimStep::read),
            entry("truncate", TruncateStep::read),
            entry("lower", CaseStep::lower),
            entry("upper", CaseStep::upper),
            entry("title", CaseStep::title),
            entry("digits", DigitsStep::read),
            entry("prefix", AffixStep::prefix),
            entry("suffix", AffixStep::suffix),
            entry("remove-prefix", AffixStep::removePrefix),
            entry("remove-suffix", AffixStep::removeSuffix),
            entry("replace", ReplaceStep::read),
            entry("text", ConvertStep::text),
            entry("number", ConvertStep::number),
            entry("boolean", ConvertStep::truth),
            entry("phone", PhoneStep::read),
            entry("date", DateStep::read),
            entry("fen-to-yuan", FenToYuanStep::read),
            entry("yuan-to-fen", YuanToFenStep::read),
            entry("lookup", LookupStep::read),
            entry("name-split", NameSplitStep::read),
            entry("name-join", NameJoinStep::read),
            entry("mask", MaskStep::read),
            entry("hash", HashStep::read),
            entry("url-encode", UrlStep::encode),
            entry("url-decode", UrlStep::decode),
            entry("join", JoinStep::read),
            entry("split", SplitStep::read),
            entry("first", ListStep::first),
            entry("last", ListStep::last),
            entry("list", ListStep::list),
            entry("flatten", ListStep::flatten),
            entry("unique", ListStep::unique),
            entry("compact", ListStep::compact));

    private Steps() {}

    public static SortedSet<String> names() {
        return new TreeSet<>(READERS.keySet());
    }

    /** One item of a {@code steps} list: a bare word, or a word with its argument. */
    public static Optional<NamedStep> read(YamlNode item, StepContext context, Mistakes mistakes) {
        if (item.isText()) {
            return read(item.text(), item, null, context, mistakes);
        }
        if (item.isMap() && item.map().size() == 1) {
            var only = item.map().entrySet().iterator().next();
            return read(only.getKey(), item, only.getValue(), context, mistakes);
        }
        mistakes.add(item, "一个步骤写成一个词(trim)或一个词加参数({truncate: 40})");
        return Optional.empty();
    }

    private static Optional<NamedStep> read(
            String name, YamlNode item, @Nullable YamlNode argument, StepContext context, Mistakes mistakes) {
        Function<StepArgument, Step> reader = READERS.get(name);
        if (reader == null) {
            mistakes.add(item, "没有步骤“" + name + "”" + Suggestion.of(name, names()));
            return Optional.empty();
        }
        Step step = reader.apply(new StepArgument(name, item, argument, context, mistakes));
        return Optional.of(new NamedStep(name, step));
    }
}
