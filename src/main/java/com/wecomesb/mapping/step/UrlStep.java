package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code url-encode} and {@code url-decode}: percent-encoding of UTF-8 by RFC 3986, a blank is {@code %20}; decoding leaves a
 * plus sign as it is.
 */
final class UrlStep extends ValueStep {

    private final boolean encodes;

    private UrlStep(boolean encodes) {
        this.encodes = encodes;
    }

    static Step encode(StepArgument argument) {
        argument.none();
        return new UrlStep(true);
    }

    static Step decode(StepArgument argument) {
        argument.none();
        return new UrlStep(false);
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("这一步只能用于文本");
        }
        String text = ScalarText.of(value);
        if (!WellFormed.is(text)) {
            return refusal.because(WellFormed.RULE);
        }
        try {
            return TextNode.valueOf(encodes ? encode(text) : decode(text));
        } catch (IllegalArgumentException broken) {
            return refusal.because("不是完整的百分号编码");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    Set<Kind> made(Set<Kind> kinds) {
        return EnumSet.of(Kind.TEXT);
    }

    @Override
    public WayBack back() {
        return encodes ? WayBack.by("url-decode", new UrlStep(false)) : WayBack.nearly("[url-encode]");
    }
}
