package com.wecomesb.configuration;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the templates of replies and rules need a variable of the brand. */
final class BrandUses {

    private static final String SAID = "brand.";
    private static final Pattern NEEDED = Pattern.compile("\\{\\{-?\\s*brand\\.([A-Za-z_][A-Za-z0-9_]*)([^}]*)\\}\\}");

    private BrandUses() {}

    /**
     * A variable that a template needs.
     *
     * @param owner the id of the reply or rule
     */
    record Use(String owner, String variable, YamlNode where) {}

    /**
     * The uses in the entries of a file, {@code replies} or {@code rules}; one with a {@code default} needs nothing.
     */
    static List<Use> in(SourceFile file, String section) {
        return file.text().contains(SAID)
                ? YamlFile.read(file.path(), file.text(), new Mistakes())
                        .map(root -> in(root, section))
                        .orElse(List.of())
                : List.of();
    }

    /** The uses in the entries of a file that was read. */
    static List<Use> in(YamlNode root, String section) {
        List<Use> uses = new ArrayList<>();
        root.get(section)
                .map(YamlNode::items)
                .orElse(List.of())
                .forEach(entry ->
                        collect(entry, entry.get("id").map(YamlNode::text).orElse(""), uses));
        return uses;
    }

    private static void collect(YamlNode node, String owner, List<Use> uses) {
        if (node.isMap()) {
            node.map().values().forEach(value -> collect(value, owner, uses));
        } else if (node.isList()) {
            node.items().forEach(item -> collect(item, owner, uses));
        } else {
            Matcher matcher = NEEDED.matcher(node.text());
            while (matcher.find()) {
                if (!matcher.group(2).matches("\\s*\\|.*\\bdefault\\b.*")) {
                    uses.add(new Use(owner, matcher.group(1), node));
                }
            }
        }
    }
}
