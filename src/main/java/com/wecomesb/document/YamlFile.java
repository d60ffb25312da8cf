package com.wecomesb.document;

import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a YAML file into nodes with positions and names what people really type wrongly. */
public final class YamlFile {

    /** About 100,000 rules; SnakeYAML's own limit is 3 million. */
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    private static final Pattern FULL_WIDTH_COLON = Pattern.compile("^\\s*(- )?[\\w.\\-\\p{IsHan}]+：");
    private static final Pattern TAB_INDENT = Pattern.compile("^ *\\t");
    private static final Pattern UNQUOTED_TEMPLATE = Pattern.compile(":\\s+\\{\\{");
    private static final Pattern UNQUOTED_REGEX = Pattern.compile("regex:\\s+[^'\"\\s].*[\\[\\]{}]");

    private YamlFile() {}

    /** The root of the file, or nothing when it is not YAML: then the mistake is among {@code mistakes}. */
    public static Optional<YamlNode> read(String file, String text, Mistakes mistakes) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(20);
        options.setCodePointLimit(MAX_CHARACTERS);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                mistakes.addWholeFile(file, "文件是空的");
                return Optional.empty();
            }
            if (isCircle(root, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                mistakes.addWholeFile(file, "别名(*名字)指回它自己所在的内容,没有尽头");
                return Optional.empty();
            }
            YamlNode node = new YamlNode(file, root);
            new DuplicateKeys(mistakes).check(node);
            return Optional.of(node);
        } catch (MarkedYAMLException exception) {
            mistakes.add(explain(file, text, exception));
            return Optional.empty();
        } catch (YAMLException tooMuch) {
            mistakes.addWholeFile(file, "嵌套太深,别名(*名字)太多,或文件太大");
            return Optional.empty();
        }
    }

    /** An alias may name what it stands in; whoever walks through that never comes back. */
    private static boolean isCircle(Node node, Set<Node> above) {
        if (!above.add(node)) {
            return true;
        }
        boolean circle = false;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple member : mapping.getValue()) {
                circle |= isCircle(member.getKeyNode(), above) || isCircle(member.getValueNode(), above);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                circle |= isCircle(item, above);
            }
        }
        above.remove(node);
        return circle;
    }

    private static Mistake explain(String file, String text, MarkedYAMLException exception) {
        Mark mark = exception.getProblemMark();
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        String[] lines = text.split("\n", -1);
        for (int candidate = Math.min(line, lines.length); candidate > Math.max(0, line - 3); candidate--) {
            String reason = habit(lines[candidate - 1]);
            if (reason != null) {
                return new Mistake(file, candidate, 1, "第" + candidate + "行:" + reason);
            }
        }
        return new Mistake(file, line, column, "不是合法的 YAML:" + exception.getProblem());
    }

    private static @Nullable String habit(String line) {
        Matcher colon = FULL_WIDTH_COLON.matcher(line);
        if (colon.find()) {
            return "全角冒号“：”,请改为“: ”";
        }
        if (TAB_INDENT.matcher(line).find()) {
            return "缩进里有制表符,请改为空格";
        }
        if (UNQUOTED_TEMPLATE.matcher(line).find()) {
            return "以 {{ 开头的值要加引号";
        }
        if (UNQUOTED_REGEX.matcher(line).find()) {
            return "正则要加引号:regex: '…'";
        }
        if (line.indexOf('【') >= 0 || line.indexOf('｛') >= 0 || line.indexOf('［') >= 0) {
            return "全角括号,请改为半角 [ ] 或 { }";
        }
        return null;
    }
}
