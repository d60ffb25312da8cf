package com.wecomesb.identity;

import com.wecomesb.document.FileSchema;
import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Owns {@code identity.yaml}; without the file people are recognised as usual. */
public final class IdentityFile implements FormatOwner<IdentityRules> {

    static final String PATH = "identity.yaml";

    private static final FileSchema SCHEMA = FileSchema.named("identity");
    private static final KnownKeys FILE = KnownKeys.of("身份规则文件", "certain", "possible", "match", "exclusive");
    private static final KnownKeys RULE = KnownKeys.of("身份规则", "by", "certainty");
    private static final List<String> CRITERIA =
            List.of("external_userid", "unionid", "openid", "userid", "phone", "email", "name", "company");

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public boolean owns(String path) {
        return path.equals(PATH);
    }

    @Override
    public IdentityRules read(List<SourceFile> files, Mistakes mistakes) {
        IdentityRules rules = IdentityRules.USUAL;
        for (SourceFile file : files) {
            rules = YamlFile.read(file.path(), file.text(), mistakes)
                    .map(root -> read(root, mistakes))
                    .orElse(rules);
        }
        return rules;
    }

    private static IdentityRules read(YamlNode root, Mistakes mistakes) {
        int before = mistakes.list().size();
        FILE.check(root, mistakes);
        IdentityRules usual = IdentityRules.USUAL;
        double certain = share(root, "certain", usual.certain(), mistakes);
        double possible = share(root, "possible", usual.possible(), mistakes);
        if (possible > certain) {
            mistakes.add(
                    root.get("possible").orElse(root),
                    "possible 不能大于 certain:低于 possible 不算,possible 到 certain 之间由人判断");
        }
        List<MatchRule> rules = root.get("match").isEmpty() ? usual.rules() : rules(root, mistakes);
        Set<String> exclusive = root.get("exclusive").isEmpty() ? usual.exclusive() : exclusive(root, mistakes);
        if (mistakes.list().size() == before) {
            SCHEMA.check(root, mistakes);
        }
        return new IdentityRules(certain, possible, rules, exclusive);
    }

    private static List<MatchRule> rules(YamlNode root, Mistakes mistakes) {
        List<MatchRule> rules = new ArrayList<>();
        for (YamlNode node : root.get("match").map(YamlNode::items).orElse(List.of())) {
            RULE.check(node, mistakes);
            List<String> by = new ArrayList<>();
            node.get("by").map(YamlNode::items).orElse(List.of()).forEach(item -> by.add(criterion(item, mistakes)));
            if (by.isEmpty()) {
                mistakes.add(node, "身份规则要写 by,例如 {by: phone, certainty: 0.95} 或 {by: [name, company], certainty: 0.6}");
            } else if (by.equals(List.of("company"))) {
                mistakes.add(node, "同一家公司不是同一个人;company 只能和别的一起写");
            }
            rules.add(new MatchRule(by, share(node, "certainty", 1, mistakes)));
        }
        return rules;
    }

    private static String criterion(YamlNode item, Mistakes mistakes) {
        if (!CRITERIA.contains(item.text())) {
            mistakes.add(item, "不能按“" + item.text() + "”识别" + Suggestion.of(item.text(), CRITERIA));
        }
        return item.text();
    }

    private static Set<String> exclusive(YamlNode root, Mistakes mistakes) {
        Set<String> kinds = new TreeSet<>();
        root.get("exclusive")
                .map(YamlNode::items)
                .orElse(List.of())
                .forEach(item -> kinds.add(criterion(item, mistakes)));
        return kinds;
    }

    private static double share(YamlNode node, String key, double otherwise, Mistakes mistakes) {
        YamlNode value = node.get(key).orElse(null);
        if (value == null) {
            return otherwise;
        }
        if (!value.text().matches("0(\\.[0-9]+)?|1(\\.0+)?")) {
            mistakes.add(value, key + " 要写 0 到 1 之间的数,例如 0.9");
            return otherwise;
        }
        return Double.parseDouble(value.text());
    }
}
