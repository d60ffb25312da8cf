package com.wecomesb.reply;

import java.util.regex.Pattern;

/** What can be said of a template before it is rendered. */
final class Literal {

    private static final Pattern VALUE = Pattern.compile("(?s)\\{\\{(.*?)}}");
    private static final Pattern CODE = Pattern.compile("(?s)\\{[{%].*");
    private static final Pattern ENCODED = Pattern.compile("(?s).*\\|\\s*(url_encode|cgi_escape)\\s*-?");

    private Literal() {}

    /** What is in the rendered text whatever the values are; nothing where tags decide that. */
    static String of(String template) {
        return template.contains("{%") ? "" : withValuesAs("", template).strip();
    }

    static String withValuesAs(String stand, String template) {
        return VALUE.matcher(template).replaceAll(stand);
    }

    /** What stands before the first value or tag, with a letter for what follows. */
    static String beginning(String template) {
        return CODE.matcher(template).replaceAll("x");
    }

    /** Whether there is nothing but one value. */
    static boolean isOneValue(String template) {
        return VALUE.matcher(template).matches() && template.indexOf("{{", 2) < 0;
    }

    /** Whether each value ends as a part of an address, whatever is in it. */
    static boolean encodesItsValues(String template) {
        return VALUE.matcher(template)
                .results()
                .allMatch(value -> ENCODED.matcher(value.group(1)).matches());
    }
}
