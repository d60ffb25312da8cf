package com.wecomesb.connector;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every Kamelet file promises to its readers, whoever wrote it. */
final class KameletRules {

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(secret|password|passphrase|apikey|token)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??!?([A-Za-z][\\w-]*)(:[^}]*)?}}");
    private static final Set<String> GIVEN_BY_CAMEL = Set.of("routeId", "templateId", "uuid");

    private final KameletFile kamelet;
    private final Mistakes mistakes;

    KameletRules(KameletFile kamelet, Mistakes mistakes) {
        this.kamelet = kamelet;
        this.mistakes = mistakes;
    }

    void check() {
        checkName();
        kamelet.properties().forEach(this::checkProperty);
        for (YamlNode required : kamelet.required()) {
            if (!kamelet.properties().containsKey(required.text())) {
                mistakes.add(required, "required 里的 " + required.text() + " 没有在 properties 里声明");
            }
        }
        checkPlaceholders();
    }

    private void checkName() {
        String file = kamelet.root().file();
        if (!file.endsWith("/" + kamelet.name() + KameletFile.SUFFIX)) {
            mistakes.addWholeFile(file, "文件名要和 metadata.name 一样:" + kamelet.name() + KameletFile.SUFFIX);
        }
        String type = KameletFile.at(kamelet.root(), "metadata", "labels", "camel.apache.org/kamelet.type")
                .map(YamlNode::text)
                .orElse("");
        if (!List.of("action", "source", "sink").contains(type)
                || !kamelet.name().endsWith("-" + type)) {
            mistakes.addWholeFile(file, "标签 camel.apache.org/kamelet.type 要是 action、source 或 sink,名字以它结尾");
        }
    }

    private void checkProperty(String name, YamlNode property) {
        for (String key : List.of("title", "description", "type")) {
            if (property.get(key).isEmpty()) {
                mistakes.add(property, "属性 " + name + " 缺少 " + key);
            }
        }
        if (name.equals("id")) {
            mistakes.add(property, "属性名 id 由 Camel 保留,请换一个");
        }
        if (SECRET_NAME.matcher(name).matches() && !KameletFile.isSecret(property)) {
            mistakes.add(property, "属性 " + name + " 是密钥,要写 format: password");
        }
        boolean credentials = property.get("x-descriptors").map(YamlNode::items).orElse(List.of()).stream()
                .anyMatch(item -> item.text().equals("urn:camel:group:credentials"));
        if (KameletFile.isSecret(property) && !credentials) {
            mistakes.add(property, "属性 " + name + " 是密钥,要写 x-descriptors: [\"urn:camel:group:credentials\"]");
        }
    }

    private void checkPlaceholders() {
        Optional<YamlNode> template = KameletFile.at(kamelet.root(), "spec", "template");
        Set<String> known = new HashSet<>(kamelet.properties().keySet());
        known.addAll(GIVEN_BY_CAMEL);
        template.flatMap(node -> node.get("beans")).map(YamlNode::items).orElse(List.of()).stream()
                .flatMap(bean -> bean.get("name").stream())
                .forEach(name -> known.add(name.text()));
        Set<String> used = new HashSet<>();
        template.ifPresent(node -> visit(node, known, used));
        for (Map.Entry<String, YamlNode> property : kamelet.properties().entrySet()) {
            if (!used.contains(property.getKey())) {
                mistakes.add(property.getValue(), "属性 " + property.getKey() + " 声明了但没有用到");
            }
        }
    }

    private void visit(YamlNode node, Set<String> known, Set<String> used) {
        node.map().values().forEach(child -> visit(child, known, used));
        if (node.isList()) {
            node.items().forEach(child -> visit(child, known, used));
        }
        Matcher placeholder = PLACEHOLDER.matcher(node.text());
        while (placeholder.find()) {
            String name = placeholder.group(1);
            used.add(name);
            if (!known.contains(name)) {
                mistakes.add(node, "{{" + name + "}} 没有在 properties 里声明");
            }
        }
    }
}
