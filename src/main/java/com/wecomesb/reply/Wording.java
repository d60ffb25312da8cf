package com.wecomesb.reply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says in one language, in one style or in several, each in one variant or in several.
 *
 * @param variants at least one; those that are to be compared have a name
 * @param styles by their names, with what is said instead
 */
record Wording(List<Variant> variants, Map<String, Wording> styles) {

    /**
     * One of several wordings that are compared.
     *
     * @param name null when there is nothing to compare it with
     * @param weight its share among the others
     */
    record Variant(@Nullable String name, int weight, Script script) {}

    Wording {
        variants = List.copyOf(variants);
        styles = Map.copyOf(styles);
    }

    /** The same for the same contact, as long as names and weights are; independent of the choice in other entries. */
    Variant variantFor(String reply, String contact) {
        if (variants.size() == 1) {
            return variants.get(0);
        }
        int total = variants.stream().mapToInt(Variant::weight).sum();
        long place = Long.remainderUnsigned(hash(reply + "\n" + contact), total);
        for (Variant variant : variants) {
            place -= variant.weight();
            if (place < 0) {
                return variant;
            }
        }
        return variants.get(variants.size() - 1);
    }

    Stream<MediaReference> media() {
        return Stream.concat(
                variants.stream().flatMap(variant -> variant.script().media()),
                styles.values().stream().flatMap(Wording::media));
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
