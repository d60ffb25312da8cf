package com.wecomesb.rule;

import java.util.regex.Pattern;

/** How tags are written: up to three levels, {@code 会员/黄金/年卡}. */
public final class TagPath {

    private static final int LONGEST = 128;
    private static final Pattern LEVELS = Pattern.compile("[^/]*[^/\\s][^/]*(/[^/]*[^/\\s][^/]*){0,2}");

    private TagPath() {}

    /** Whether a tag has one to three levels, none of them empty; a template counts once it is filled in. */
    public static boolean isValid(String tag) {
        return tag.contains("{{")
                || (tag.length() <= LONGEST && LEVELS.matcher(tag).matches());
    }
}
