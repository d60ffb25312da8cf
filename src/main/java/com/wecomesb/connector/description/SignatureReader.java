package com.wecomesb.connector.description;

import com.wecomesb.connector.auth.MomentText;
import com.wecomesb.connector.auth.RequestSignature;
import com.wecomesb.connector.auth.RequestSignature.Encoding;
import com.wecomesb.connector.auth.RequestSignature.Place;
import com.wecomesb.connector.auth.SettingsText;
import com.wecomesb.connector.auth.SignatureAlgorithm;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code auth: {sign: …}}. */
final class SignatureReader {

    private static final Set<String> PARTS = Set.of("params", "body", "method", "path", "query", "secret");

    private final Mistakes mistakes;

    SignatureReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    RequestSignature read(YamlNode node) {
        Section sign = new Section(node, "sign", mistakes)
                .allowing("algorithm", "secret", "over", "pair", "join", "wrap", "place", "into", "encoding", "with");
        SignatureAlgorithm algorithm = algorithm(sign);
        String over = over(sign);
        if (!algorithm.isKeyed() && !over.contains("{secret}")) {
            mistakes.add(node, "签名里没有用到密钥:写 wrap: secret,或在 over、wrap 里写 {secret}");
        }
        Map<String, MomentText> with = with(sign);
        checkNames(node, new SettingsText(over), with.keySet());
        return new RequestSignature(
                algorithm,
                new SettingsText(sign.required("secret")),
                new SettingsText(over),
                new SettingsText(sign.text("pair", "{name}{value}")),
                sign.text("join", ""),
                word(sign, "place", Place.class, Place.PARAMETERS),
                sign.required("into"),
                word(sign, "encoding", Encoding.class, Encoding.HEX),
                with);
    }

    private SignatureAlgorithm algorithm(Section sign) {
        String word = sign.required("algorithm");
        return SignatureAlgorithm.of(word).orElseGet(() -> {
            if (!word.isEmpty()) {
                String known = Arrays.stream(SignatureAlgorithm.values())
                        .map(SignatureAlgorithm::word)
                        .collect(Collectors.joining("、"));
                mistakes.add(sign.node().nearest(List.of("algorithm")), "algorithm 只能是 " + known);
            }
            return SignatureAlgorithm.HMAC_SHA256;
        });
    }

    /** The whole text; {@code wrap} goes around it. */
    private static String over(Section sign) {
        String over = sign.required("over");
        String text = over.equals("sorted-params") ? "{params}" : over.equals("body") ? "{body}" : over;
        String wrap = sign.text("wrap", "");
        return wrap.isEmpty()
                ? text
                : (wrap.equals("secret") ? "{secret}{text}{secret}" : wrap).replace("{text}", text);
    }

    private void checkNames(YamlNode where, SettingsText over, Set<String> with) {
        for (String name : over.names()) {
            if (!PARTS.contains(name) && !with.contains(name)) {
                mistakes.add(where, "over 里的 {" + name + "} 不是请求的一部分,也不在 with 里");
            }
        }
    }

    private <T extends Enum<T>> T word(Section sign, String key, Class<T> type, T otherwise) {
        String word = sign.text(key, word(otherwise));
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> word(known).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    String known = Arrays.stream(type.getEnumConstants())
                            .map(SignatureReader::word)
                            .collect(Collectors.joining("、"));
                    mistakes.add(sign.node().nearest(List.of(key)), key + " 只能是 " + known);
                    return otherwise;
                });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Map<String, MomentText> with(Section sign) {
        Map<String, MomentText> with = new LinkedHashMap<>();
        sign.find("with")
                .ifPresent(node -> node.map().forEach((name, value) -> {
                    try {
                        with.put(name, new MomentText(value.text()));
                    } catch (IllegalArgumentException noPattern) {
                        mistakes.add(value, "{now:…} 里不是日期格式,例如 {now:yyyy-MM-dd HH:mm:ss}");
                    }
                }));
        return with;
    }
}
