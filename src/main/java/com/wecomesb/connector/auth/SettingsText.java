package com.wecomesb.connector.auth;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with settings in it: {@code {email}/token}. */
public record SettingsText(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    /** The settings that it needs. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    /** The same with the settings in it; places of the other names are left as they are. */
    SettingsText configured(Map<String, String> settings, Set<String> others) {
        return new SettingsText(PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        others.contains(place.group(1)) ? place.group() : settings.getOrDefault(place.group(1), ""))));
    }

    /** What is not set is empty. */
    public String fill(Map<String, String> settings) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(settings.getOrDefault(place.group(1), "")));
    }
}
