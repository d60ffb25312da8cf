package com.wecomesb.reply;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL within a message. A value in the middle of it is encoded, so that what a customer wrote stays one part of the
 * address; an address that is a value as a whole is used only when it is one.
 */
record WebAddress(Template template) {

    static final Limit LIMIT = Limit.bytes(2048);

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s\\p{Cc}\"<>\\\\^`{|}]+");

    static Optional<WebAddress> read(YamlNode map, String name, Mistakes mistakes) {
        return map.get(name).map(node -> of(node, name, mistakes));
    }

    private static WebAddress of(YamlNode node, String name, Mistakes mistakes) {
        String text = node.text().strip();
        boolean whole = Literal.isOneValue(text);
        String certain = Literal.of(text);
        if (!LIMIT.fits(certain)) {
            mistakes.add(node, name + " 有 " + LIMIT.exceededBy(LIMIT.sizeOf(certain)));
        }
        if (!whole && !ADDRESS.matcher(Literal.beginning(text)).matches()) {
            mistakes.add(node, name + " 要以 https:// 或 http:// 开头,并且没有空格");
        } else if (!whole && !Literal.encodesItsValues(text)) {
            mistakes.add(node, name + " 里的变量要加 | url_encode,例如 {{ order.id | url_encode }}");
        }
        return new WebAddress(Template.of(node, mistakes));
    }

    /** The address; nothing where the values make none. */
    Optional<String> render(Map<String, Object> context) {
        return Optional.of(template.render(context).strip()).filter(WebAddress::isAddress);
    }

    static boolean isAddress(String text) {
        return LIMIT.fits(text) && ADDRESS.matcher(text).matches();
    }
}
