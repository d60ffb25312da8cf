package com.wecomesb.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the records of one kind in one system and ours are kept in step. Immutable.
 *
 * @param usual for fields that are not named
 * @param createUnknown whether a record there that is nobody here becomes a contact of ours
 * @param fields the fields by name; {@code attributes} stands for all of the company's own
 */
record SyncRule(String system, String kind, FieldRule usual, boolean createUnknown, Map<String, FieldRule> fields) {

    /** What a contact says that other systems may know better, or want to know. */
    static final List<String> CONTACT_FIELDS =
            List.of("name", "phones", "emails", "company", "stage", "tags", "remark", "owner", "attributes");

    private static final String OWN = "attributes.";

    SyncRule {
        fields = Map.copyOf(fields);
    }

    /** Nothing for a field that is not kept in step. */
    Optional<FieldRule> field(String name) {
        FieldRule named = fields.get(name);
        if (named == null && name.startsWith(OWN)) {
            named = fields.get("attributes");
        }
        return Optional.ofNullable(named);
    }

    boolean comesIn(String name) {
        return field(name).map(rule -> rule.direction().comesIn()).orElse(false);
    }

    boolean goesOut(String name) {
        return field(name).map(rule -> rule.direction().goesOut()).orElse(false);
    }

    /** Whether anything goes out at all. */
    boolean goesOut() {
        return fields.values().stream().anyMatch(rule -> rule.direction().goesOut());
    }

    /** Whether anything comes in at all. */
    boolean comesIn() {
        return fields.values().stream().anyMatch(rule -> rule.direction().comesIn());
    }
}
