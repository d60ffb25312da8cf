package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.step.NamedStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of a table as it was read, before it is checked against shapes, turned round or compiled. */
sealed interface Line {

    YamlNode where();

    /** How the way back looks, where the line says so. */
    Optional<YamlNode> reverse();

    Condition condition();

    /**
     * A value to one place, or a list's items to several.
     *
     * @param to one place; several for the items of a list, by their order
     * @param standIn the {@code default}: for a missing or empty value only
     * @param clear {@code empty: clear}: an empty source empties the target too
     */
    record OfValue(
            YamlNode where,
            List<Path> to,
            Origin origin,
            List<NamedStep> steps,
            @Nullable JsonNode standIn,
            boolean required,
            boolean clear,
            Condition condition,
            Optional<YamlNode> reverse)
            implements Line {}

    /**
     * A block of lines for each item of a list, or for each group of its items.
     *
     * @param list the list, or lists within lists: {@code orders[].items}
     * @param by what the items of a group have in common; empty for {@code each}
     * @param only which items count
     * @param fields the lines; their paths start from the item, those of a group from {@code {key, items}}
     */
    record OfList(
            YamlNode where,
            Path to,
            Path list,
            List<Path> by,
            Condition only,
            List<Line> fields,
            Condition condition,
            Optional<YamlNode> reverse)
            implements Line {

        boolean isGroup() {
            return !by.isEmpty();
        }
    }
}
