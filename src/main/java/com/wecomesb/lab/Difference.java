package com.wecomesb.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What distinguishes two sets of the company's files.
 *
 * @param decisions what would have been decided otherwise of late; null where that was not tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(Names files, Names rules, @Nullable Decisions decisions) {

    private static final int SHOWN = 50;

    /**
     * Names, each list shortened to fifty.
     *
     * @param more how many names were left out
     */
    public record Names(List<String> added, List<String> changed, List<String> removed, int more) {

        static Names between(Map<String, ?> before, Map<String, ?> after) {
            TreeSet<String> added = new TreeSet<>(after.keySet());
            added.removeAll(before.keySet());
            TreeSet<String> removed = new TreeSet<>(before.keySet());
            removed.removeAll(after.keySet());
            TreeSet<String> changed = new TreeSet<>(before.keySet());
            changed.removeIf(name -> !after.containsKey(name) || Objects.equals(before.get(name), after.get(name)));
            int more = beyond(added) + beyond(changed) + beyond(removed);
            return new Names(shown(added), shown(changed), shown(removed), more);
        }

        private static int beyond(TreeSet<String> names) {
            return Math.max(0, names.size() - SHOWN);
        }

        private static List<String> shown(TreeSet<String> names) {
            return names.stream().limit(SHOWN).toList();
        }
    }

    /** How many stored events would have been decided otherwise. */
    public record Decisions(int days, int asked, int changed) {}

    static Difference between(Map<String, String> before, Map<String, String> after) {
        return new Difference(
                Names.between(before, after), Names.between(WrittenRules.of(before), WrittenRules.of(after)), null);
    }

    Difference with(Decisions tried) {
        return new Difference(files, rules, tried);
    }
}
