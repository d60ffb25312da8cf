package com.wecomesb.rule;

import java.util.List;

/**
 * Event types as a rule names them, with wildcards: {@code wecom.message.received}, {@code shop.order.*}.
 *
 * @param written as they stand in the file
 */
public record EventTypes(List<String> written) {

    private static final String OF_THE_BUS = "esb.";

    public EventTypes {
        written = List.copyOf(written);
    }

    /** What the bus itself reports ({@code esb.…}) is meant by its own name only, never by a wildcard before it. */
    public boolean contain(String type) {
        for (String pattern : written) {
            if ((pattern.startsWith(OF_THE_BUS) || !type.startsWith(OF_THE_BUS)) && matches(pattern, 0, type, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether whatever is meant by the others is meant here, as far as that shows in how they are written. */
    boolean containAll(EventTypes others) {
        return others.written.stream()
                .allMatch(type -> written.contains(type) || (!type.contains("*") && contain(type)));
    }

    private static boolean matches(String pattern, int p, String type, int t) {
        int star = pattern.indexOf('*', p);
        if (star < 0) {
            return type.length() - t == pattern.length() - p && type.startsWith(pattern.substring(p), t);
        }
        if (!type.startsWith(pattern.substring(p, star), t)) {
            return false;
        }
        for (int rest = t + star - p; rest <= type.length(); rest++) {
            if (matches(pattern, star + 1, type, rest)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return String.join(", ", written);
    }
}
