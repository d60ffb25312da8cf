package com.wecomesb.rule.condition;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A region from the largest part to the smallest, {@code 广东/深圳}; 广东省/深圳市 is the same.
 *
 * @param parts without the words for their kind
 */
record Region(List<String> parts) {

    private static final Pattern KIND = Pattern.compile("(?<=..)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$");

    static Region of(String text) {
        return new Region(Stream.of(text.split("/"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> KIND.matcher(part).replaceFirst(""))
                .toList());
    }

    boolean includes(Region other) {
        return !parts.isEmpty()
                && other.parts.size() >= parts.size()
                && other.parts.subList(0, parts.size()).equals(parts);
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
