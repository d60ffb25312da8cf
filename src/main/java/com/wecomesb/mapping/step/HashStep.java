package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.document.YamlNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code hash: sha256} or {@code hash: {algorithm: md5, as: base64, salt: "…"}}: the digest of the text's UTF-8, in lower-case
 * hexadecimal where nothing else is said; the salt stands before the text.
 */
final class HashStep extends ValueStep {

    private static final Map<String, String> ALGORITHMS =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");

    private final String algorithm;
    private final boolean base64;
    private final String salt;

    private HashStep(String algorithm, boolean base64, String salt) {
        this.algorithm = algorithm;
        this.base64 = base64;
        this.salt = salt;
    }

    static Step read(StepArgument argument) {
        Map<String, YamlNode> options =
                argument.plain().isPresent() ? Map.of() : argument.options("algorithm", "as", "salt");
        String algorithm =
                argument.plain().map(YamlNode::text).orElseGet(() -> text(options.get("algorithm"), "sha256"));
        String as = text(options.get("as"), "hex");
        if (!ALGORITHMS.containsKey(algorithm)) {
            argument.wrong("步骤 hash 的算法只能是 sha256、sha512、sha1 或 md5");
        }
        if (!as.equals("hex") && !as.equals("base64")) {
            argument.wrong("步骤 hash 的 as 只能是 hex 或 base64");
        }
        return new HashStep(
                ALGORITHMS.getOrDefault(algorithm, "SHA-256"), as.equals("base64"), text(options.get("salt"), ""));
    }

    private static String text(@Nullable YamlNode node, String standIn) {
        return node == null ? standIn : node.text();
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("这一步只能用于文本");
        }
        String text = ScalarText.of(value);
        // Half a character has no bytes of its own: every such text would have the same digest.
        if (!WellFormed.is(text)) {
            return refusal.because(WellFormed.RULE);
        }
        byte[] digest = digest((salt + text).getBytes(StandardCharsets.UTF_8));
        return TextNode.valueOf(
                base64
                        ? Base64.getEncoder().encodeToString(digest)
                        : HexFormat.of().formatHex(digest));
    }

    private byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    Set<Kind> made(Set<Kind> kinds) {
        return EnumSet.of(Kind.TEXT);
    }
}
