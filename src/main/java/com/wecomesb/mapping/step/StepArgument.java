package com.wecomesb.mapping.step;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a file says to one step; what is wrong with it goes to the mistakes. */
final class StepArgument {

    private final String step;
    private final YamlNode entry;
    private final @Nullable YamlNode argument;
    private final StepContext context;
    private final Mistakes mistakes;

    StepArgument(String step, YamlNode entry, @Nullable YamlNode argument, StepContext context, Mistakes mistakes) {
        this.step = step;
        this.entry = entry;
        this.argument = argument;
        this.context = context;
        this.mistakes = mistakes;
    }

    StepContext context() {
        return context;
    }

    /** For steps that take no argument. */
    void none() {
        if (argument != null && !argument.isNull()) {
            mistakes.add(argument, "步骤 " + step + " 不带参数");
        }
    }

    String text(String example) {
        if (argument != null && argument.isText()) {
            return argument.text();
        }
        wrong("步骤 " + step + " 需要一个文本,例如 {" + step + ": " + example + "}");
        return "";
    }

    /** The argument when it is a map, checked for keys that the step does not know; empty for a bare step. */
    Map<String, YamlNode> options(String... known) {
        if (argument == null || argument.isNull()) {
            return Map.of();
        }
        if (!argument.isMap()) {
            wrong("步骤 " + step + " 的参数要写成 {" + String.join(", ", known) + "}");
            return Map.of();
        }
        for (YamlNode key : argument.keys()) {
            if (!List.of(known).contains(key.text())) {
                mistakes.add(key, "步骤 " + step + " 没有参数“" + key.text() + "”,可用:" + String.join("、", known));
            }
        }
        return argument.map();
    }

    /** The argument when it is a table of the author's own keys. */
    LookupTable table() {
        if (argument == null || !argument.isMap() || argument.map().isEmpty()) {
            wrong("步骤 " + step + " 需要一张对照表,例如 {" + step + ": {new: NEW, member: CONNECTED}}");
            return new LookupTable(List.of());
        }
        return TableReader.inPlace(argument);
    }

    Optional<YamlNode> plain() {
        return Optional.ofNullable(argument).filter(YamlNode::isText);
    }

    /** A whole number that is not negative; 1 stands in for one that is wrong. */
    int number(YamlNode node) {
        if (node.text().matches("[0-9]{1,6}")) {
            return Integer.parseInt(node.text());
        }
        mistakes.add(node, "步骤 " + step + " 需要一个 0 到 999999 的整数");
        return 1;
    }

    /** Makes something of a value of the file, or notes {@code message} and takes the stand-in. */
    <T> T parse(YamlNode node, Function<String, T> parser, T standIn, String message) {
        try {
            return parser.apply(node.text());
        } catch (RuntimeException notOurs) {
            mistakes.add(node, message);
            return standIn;
        }
    }

    void wrong(String message) {
        mistakes.add(argument == null ? entry : argument, message);
    }
}
