package com.wecomesb.reply;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Map;
import java.util.regex.Pattern;

/** A page of a mini-program, {@code pages/order?id={{ order.id | url_encode }}}. Its ending depends on the channel. */
record PagePath(Template template) {

    static final Limit LIMIT = Limit.bytes(1024);

    /** What 微信客服 adds to the path. */
    private static final String ENDING = ".html";

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_./-]+(\\?\\S*)?");

    static PagePath of(YamlNode node, Mistakes mistakes) {
        String text = node.text().strip();
        String certain = Literal.of(text);
        if (LIMIT.sizeOf(certain) + ENDING.length() > LIMIT.most()) {
            mistakes.add(node, "page 有 " + LIMIT.exceededBy(LIMIT.sizeOf(certain) + ENDING.length()));
        }
        if (!PATH.matcher(Literal.withValuesAs("x", text)).matches()) {
            mistakes.add(node, "page 要写成小程序的页面路径,例如 pages/order?id=1");
        } else if (!Literal.encodesItsValues(text)) {
            mistakes.add(node, "page 里的变量要加 | url_encode,例如 {{ order.id | url_encode }}");
        }
        return new PagePath(Template.of(node, mistakes));
    }

    /** WeChat says “page not found” where the path has no ending (W94677). */
    String forKf(Map<String, Object> context) {
        return withEnding(template.render(context).strip(), ENDING);
    }

    String forApp(Map<String, Object> context) {
        return withEnding(template.render(context).strip(), "");
    }

    private static String withEnding(String page, String ending) {
        int query = page.indexOf('?');
        String path = query < 0 ? page : page.substring(0, query);
        String rest = query < 0 ? "" : page.substring(query);
        String bare = path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
        String whole = bare + ending + rest;
        return LIMIT.fits(whole) ? whole : bare + ending;
    }
}
