package com.wecomesb.document;

import java.util.List;

/**
 * The keys that a map of a file may have; any other is a mistake that names them.
 *
 * @param what the map, in words for people
 */
public record KnownKeys(String what, List<String> names) {

    public static KnownKeys of(String what, String... names) {
        return new KnownKeys(what, List.of(names));
    }

    public void check(YamlNode map, Mistakes mistakes) {
        for (YamlNode key : map.keys()) {
            if (names.contains(key.text())) {
                continue;
            }
            boolean alone = map.get(key.text()).isEmpty() && key.text().indexOf('：') < 0;
            if (alone) {
                mistakes.add(key, "“" + key.text() + "”没有值;文字里有逗号时整段要加引号");
            } else {
                mistakes.add(key, what + "里没有“" + key.text() + "”" + Suggestion.of(key.text(), names));
            }
        }
    }
}
