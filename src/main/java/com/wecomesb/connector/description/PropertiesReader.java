package com.wecomesb.connector.description;

import com.wecomesb.connector.description.ConnectorDescription.Property;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code properties} of a connector file and adds those that every connector has. */
final class PropertiesReader {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(secret|password|passphrase|apikey|token)$");
    private static final Set<String> TAKEN = Set.of("connector", "kind", "default");

    private final Mistakes mistakes;

    PropertiesReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Map<String, Property> read(Optional<YamlNode> node) {
        Map<String, Property> properties = new LinkedHashMap<>();
        properties.put("url", new Property("url", "地址", "接口的根地址,不带最后的斜杠", true, false, null, null, List.of()));
        node.ifPresent(map -> map.keys()
                .forEach(key -> map.get(key.text())
                        .ifPresentOrElse(
                                value -> properties.put(key.text(), property(key, value)),
                                () -> mistakes.add(key, "属性 " + key.text() + " 要写 title 和 description"))));
        properties.putIfAbsent("connectTimeout", timeout("connectTimeout", "连接超时", "连上系统最多等多久", "3s"));
        properties.putIfAbsent("responseTimeout", timeout("responseTimeout", "回答超时", "一次请求最多等多久回答", "10s"));
        return properties;
    }

    private static Property timeout(String name, String title, String description, String value) {
        return new Property(name, title, description, false, false, value, value, List.of());
    }

    private Property property(YamlNode key, YamlNode value) {
        String name = key.text();
        Section section = new Section(value, "属性 " + name, mistakes)
                .allowing("title", "description", "required", "secret", "default", "example", "values");
        if (!NAME.matcher(name).matches()) {
            mistakes.add(key, "属性名要用小写字母开头的驼峰写法,例如 apiToken");
        }
        if (TAKEN.contains(name)) {
            mistakes.add(key, "属性名 " + name + " 已有含义,请换一个");
        }
        boolean secret = section.flag("secret");
        if (!secret && SECRET_NAME.matcher(name).matches()) {
            mistakes.add(value, "属性 " + name + " 像是密钥,要写 secret: true");
        }
        if (secret && section.find("default").isPresent()) {
            mistakes.add(value, "密钥 " + name + " 不能有默认值");
        }
        List<String> values = section.find("values").map(YamlNode::items).orElse(List.of()).stream()
                .map(YamlNode::text)
                .toList();
        String otherwise = section.find("default").map(YamlNode::text).orElse(null);
        return new Property(
                name,
                section.required("title"),
                section.required("description"),
                section.flag("required"),
                secret,
                otherwise,
                section.find("example").map(YamlNode::text).orElse(null),
                values);
    }
}
