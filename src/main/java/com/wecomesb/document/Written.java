package com.wecomesb.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Says in nodes what a file of another form says, so that the formats' readers read it and tell its mistakes where they
 * stand.
 *
 * @param file the file's path below the routes folder
 * @param line 1-based, of a spreadsheet the row
 * @param column 1-based, of a spreadsheet the column
 */
public record Written(String file, int line, int column) {

    /** Exactly this text, whatever it looks like. */
    public YamlNode text(String text) {
        return scalar(text, ScalarStyle.DOUBLE_QUOTED);
    }

    /** A number or {@code true}, which the formats tell from a text. */
    public YamlNode plain(String value) {
        return scalar(value, ScalarStyle.PLAIN);
    }

    private YamlNode scalar(String text, ScalarStyle style) {
        return new YamlNode(file, new ScalarNode(Tag.STR, text, mark(), mark(), style));
    }

    public YamlNode list(List<YamlNode> items) {
        List<Node> nodes = items.stream().map(YamlNode::node).toList();
        return new YamlNode(file, new SequenceNode(Tag.SEQ, true, nodes, mark(), mark(), FlowStyle.BLOCK));
    }

    /** The keys stand where their values do. */
    public YamlNode map(Map<String, YamlNode> entries) {
        List<NodeTuple> tuples = new ArrayList<>();
        entries.forEach((key, value) -> {
            Written place = new Written(file, value.line(), value.column());
            tuples.add(new NodeTuple(place.plain(key).node(), value.node()));
        });
        return new YamlNode(file, new MappingNode(Tag.MAP, true, tuples, mark(), mark(), FlowStyle.BLOCK));
    }

    private Mark mark() {
        return new Mark(file, 0, line - 1, column - 1, new int[0], 0);
    }
}
