package com.wecomesb.connector;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kamelet as it stands in its file.
 *
 * @param name its {@code metadata.name}
 * @param properties what it may be told, by name
 */
record KameletFile(YamlNode root, String name, Map<String, YamlNode> properties) {

    static final String SUFFIX = ".kamelet.yaml";

    /** Nothing, with the mistake noted, when the text is no Kamelet at all. */
    static Optional<KameletFile> read(String file, String text, Mistakes mistakes) {
        return YamlFile.read(file, text, mistakes).flatMap(root -> {
            Optional<YamlNode> name = at(root, "metadata", "name").filter(YamlNode::isText);
            Optional<YamlNode> template = at(root, "spec", "template", "from");
            if (!root.get("kind").map(YamlNode::text).equals(Optional.of("Kamelet"))
                    || name.isEmpty()
                    || template.isEmpty()) {
                mistakes.addWholeFile(file, "不是 Kamelet:需要 kind: Kamelet、metadata.name 和 spec.template.from");
                return Optional.empty();
            }
            Map<String, YamlNode> properties = at(root, "spec", "definition", "properties")
                    .map(YamlNode::map)
                    .orElse(Map.of());
            return Optional.of(new KameletFile(root, name.get().text(), new LinkedHashMap<>(properties)));
        });
    }

    static Optional<YamlNode> at(YamlNode start, String... keys) {
        Optional<YamlNode> at = Optional.of(start);
        for (String key : keys) {
            at = at.flatMap(node -> node.get(key));
        }
        return at;
    }

    static boolean isSecret(YamlNode property) {
        return property.get("format")
                .filter(format -> format.text().equals("password"))
                .isPresent();
    }

    List<YamlNode> required() {
        return at(root, "spec", "definition", "required").map(YamlNode::items).orElse(List.of());
    }

    /** A value for each required property that has no default, so that the Kamelet can be tried. */
    Map<String, String> sampleValues() {
        Map<String, String> values = new LinkedHashMap<>();
        for (YamlNode required : required()) {
            YamlNode property = properties.get(required.text());
            if (property != null && property.get("default").isEmpty()) {
                values.put(
                        required.text(),
                        property.get("example").map(YamlNode::text).orElse("1"));
            }
        }
        return values;
    }
}
