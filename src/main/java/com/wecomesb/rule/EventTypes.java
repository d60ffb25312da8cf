package com.wecomesb.rule;

import java.util.List;
import java.util.regex.Pattern;

/** Event types with wildcards: {@code wecom.message.received}, {@code shop.order.*}. */
public final class EventTypes {

    private final List<String> written;
    private final List<Pattern> patterns;

    public EventTypes(List<String> written) {
        this.written = List.copyOf(written);
        this.patterns = written.stream().map(EventTypes::pattern).toList();
    }

    /** What the bus itself reports ({@code esb.…}) is never meant by a wildcard alone. */
    public boolean contain(String type) {
        for (int i = 0; i < patterns.size(); i++) {
            if ((written.get(i).startsWith("esb.") || !type.startsWith("esb."))
                    && patterns.get(i).matcher(type).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String written) {
        String[] parts = written.split("\\*", -1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(pattern.toString());
    }

    @Override
    public String toString() {
        return String.join(", ", written);
    }
}
