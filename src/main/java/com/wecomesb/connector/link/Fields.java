package com.wecomesb.connector.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.Pseudonyms;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The fields of canonical documents that are compared, and their hashes, from which nobody can guess a value. */
public final class Fields {

    /** The company's own fields count one by one. */
    private static final String ATTRIBUTES = "attributes";

    /** What tells where and when a record is, not what it says. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "id",
            "externalId",
            "number",
            "createdAt",
            "updatedAt",
            "lastMessageAt",
            "channel",
            "identities",
            "nickname");

    private static final int LENGTH = 11;

    private final Pseudonyms pseudonyms;

    public Fields(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** A normalised value's hashes. */
    public record Hashed(String hash, String loose) {}

    /** What a document says, by field; what is absent, empty or null is left out. */
    public Map<String, Hashed> hashes(JsonNode canonical) {
        Map<String, Hashed> hashes = new TreeMap<>();
        each(canonical, (field, value) -> {
            Hashed hashed = hashed(field, value);
            if (hashed != null) {
                hashes.put(field, hashed);
            }
        });
        return hashes;
    }

    /** One field's value; null for what is absent, empty or null. */
    public @Nullable Hashed hashed(String field, JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        String normal = NormalValue.of(field, value);
        if (normal == null) {
            return null;
        }
        String loose = NormalValue.loose(normal);
        String hash = hash(field, normal);
        return new Hashed(hash, loose.equals(normal) ? hash : hash(field, loose));
    }

    private String hash(String field, String normal) {
        return pseudonyms.of("field", field, normal).substring(0, LENGTH);
    }

    /** Each field that is compared, with its value. */
    public static void each(JsonNode canonical, BiConsumer<String, JsonNode> visitor) {
        canonical.fields().forEachRemaining(field -> {
            if (field.getKey().equals(ATTRIBUTES) && field.getValue().isObject()) {
                field.getValue()
                        .fields()
                        .forEachRemaining(own -> visitor.accept(ATTRIBUTES + "." + own.getKey(), own.getValue()));
            } else if (!NOT_COMPARED.contains(field.getKey())) {
                visitor.accept(field.getKey(), field.getValue());
            }
        });
    }
}
