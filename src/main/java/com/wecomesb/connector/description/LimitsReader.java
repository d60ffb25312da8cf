package com.wecomesb.connector.description;

import com.wecomesb.connector.description.ConnectorDescription.Limits;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code limits} of a connector file. */
final class LimitsReader {

    private static final Pattern RATE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)/(s|m|h)");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600);

    private final Mistakes mistakes;

    LimitsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Limits read(Optional<YamlNode> node) {
        if (node.isEmpty()) {
            return Limits.NONE;
        }
        Section limits = new Section(node.get(), "limits", mistakes)
                .allowing("concurrent", "rate", "retry-after", "remaining", "reset");
        return new Limits(
                limits.find("concurrent").map(this::concurrent).orElse(0),
                limits.find("rate").map(this::rate).orElse(0.0),
                header(limits, "retry-after", "retry-after"),
                header(limits, "remaining", ""),
                header(limits, "reset", ""));
    }

    private static String header(Section limits, String key, String otherwise) {
        return limits.text(key, otherwise).toLowerCase(Locale.ROOT);
    }

    private int concurrent(YamlNode value) {
        if (!value.text().matches("[1-9][0-9]{0,3}")) {
            mistakes.add(value, "concurrent 是同时进行的请求数,1 到 9999");
            return 0;
        }
        return Integer.parseInt(value.text());
    }

    private double rate(YamlNode value) {
        Matcher rate = RATE.matcher(value.text());
        if (!rate.matches() || Double.parseDouble(rate.group(1)) <= 0) {
            mistakes.add(value, "rate 要写成 100/s、600/m 或 5000/h");
            return 0;
        }
        return Double.parseDouble(rate.group(1)) / Objects.requireNonNull(SECONDS.get(rate.group(2)));
    }
}
