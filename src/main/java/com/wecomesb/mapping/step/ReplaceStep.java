package com.wecomesb.mapping.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.wecomesb.document.YamlNode;
import java.util.Map;

/** {@code replace: {find: "-", with: ""}}, or {@code regex} instead of {@code find} (RE2: linear in the text's length). */
final class ReplaceStep extends TextStep {

    private final Pattern pattern;
    private final String replacement;

    private ReplaceStep(Pattern pattern, String replacement) {
        this.pattern = pattern;
        this.replacement = replacement;
    }

    static Step read(StepArgument argument) {
        Map<String, YamlNode> options = argument.options("find", "regex", "with");
        YamlNode find = options.get("find");
        YamlNode regex = options.get("regex");
        YamlNode with = options.get("with");
        Pattern never = Pattern.compile("\\z.");
        if ((find == null) == (regex == null) || with == null) {
            argument.wrong("步骤 replace 需要 find 或 regex 之一,以及 with,例如 {replace: {find: \"-\", with: \"\"}}");
            return new ReplaceStep(never, "");
        }
        if (find != null) {
            return new ReplaceStep(Pattern.compile(Pattern.quote(find.text())), Matcher.quoteReplacement(with.text()));
        }
        return new ReplaceStep(
                argument.parse(regex, Pattern::compile, never, "不是合法的正则表达式(RE2:没有环视和反向引用)"), with.text());
    }

    @Override
    String change(String text) {
        return pattern.matcher(text).replaceAll(replacement);
    }
}
