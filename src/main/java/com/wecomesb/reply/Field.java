package com.wecomesb.reply;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Map;
import java.util.Optional;

/** A text within a message: what its author wrote fits at load, what values add to it is cut. */
record Field(Template template, Limit limit) {

    static Optional<Field> read(YamlNode map, String name, Limit limit, Mistakes mistakes) {
        return map.get(name).map(node -> of(node, name, limit, mistakes));
    }

    static Field of(YamlNode node, String name, Limit limit, Mistakes mistakes) {
        if (!node.isText() || node.text().isBlank()) {
            mistakes.add(node, name + " 要写一段文字");
            return new Field(Template.of(""), limit);
        }
        String certain = Literal.of(node.text());
        if (!limit.fits(certain)) {
            mistakes.add(node, name + " 有 " + limit.exceededBy(limit.sizeOf(certain)));
        }
        return new Field(Template.of(node, mistakes), limit);
    }

    String render(Map<String, Object> context) {
        return limit.cut(template.render(context).strip());
    }
}
