package com.wecomesb.connector.description;

import com.wecomesb.connector.auth.MomentText;
import com.wecomesb.connector.auth.RequestSignature;
import com.wecomesb.connector.auth.RequestSignature.Place;
import com.wecomesb.connector.auth.SettingsText;
import com.wecomesb.connector.auth.SignatureAlgorithm;
import com.wecomesb.connector.auth.SignatureEncoding;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads {@code auth: {sign: …}}. */
final class SignatureReader {

    private final Set<String> properties;
    private final Mistakes mistakes;

    /** With the names of the settings that may be used. */
    SignatureReader(Set<String> properties, Mistakes mistakes) {
        this.properties = properties;
        this.mistakes = mistakes;
    }

    RequestSignature read(YamlNode node) {
        Section sign = new Section(node, "sign", mistakes)
                .allowing("algorithm", "secret", "over", "pair", "join", "wrap", "place", "into", "encoding", "with");
        String algorithm = sign.required("algorithm");
        String encoding = sign.text("encoding", SignatureEncoding.HEX.word());
        checkWord(
                sign,
                "algorithm",
                algorithm,
                word -> SignatureAlgorithm.of(word).isPresent(),
                SignatureAlgorithm.words());
        checkWord(
                sign, "encoding", encoding, word -> SignatureEncoding.of(word).isPresent(), SignatureEncoding.words());
        String over = over(sign);
        boolean keyed = SignatureAlgorithm.of(algorithm)
                .map(SignatureAlgorithm::isKeyed)
                .orElse(true);
        if (!keyed
                && !over.contains("{secret}")
                && RequestSignature.PARTS.containsAll(new SettingsText(over).names())) {
            mistakes.add(node, "签名里没有用到密钥:写 wrap: secret,或在 over、wrap 里写 {secret}");
        }
        Map<SettingsText, MomentText> with = with(sign);
        Set<String> parts = new TreeSet<>(RequestSignature.PARTS);
        with.keySet().forEach(name -> parts.add(name.text()));
        return new RequestSignature(
                declared(node, algorithm, Set.of()),
                new SettingsText(sign.required("secret")),
                declared(node, over, parts),
                declared(node, sign.text("pair", "{name}{value}"), Set.of("name", "value")),
                declared(node, sign.text("join", ""), Set.of()),
                place(sign),
                declared(node, sign.required("into"), Set.of()),
                declared(node, encoding, Set.of()),
                with);
    }

    /** What has a setting in it is known only when the setting is. */
    private void checkWord(Section sign, String key, String word, Predicate<String> known, String words) {
        if (!word.isEmpty()
                && !known.test(word)
                && new SettingsText(word).names().isEmpty()) {
            mistakes.add(sign.node().nearest(List.of(key)), key + " 只能是 " + words);
        }
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

    private SettingsText declared(YamlNode where, String text, Set<String> parts) {
        SettingsText read = new SettingsText(text);
        for (String name : read.names()) {
            if (!parts.contains(name) && !properties.contains(name)) {
                mistakes.add(where, "签名里的 {" + name + "} 不是请求的一部分,不在 with 里,也没有在 properties 里声明");
            }
        }
        return read;
    }

    private Place place(Section sign) {
        String word = sign.text("place", word(Place.PARAMETERS));
        return Arrays.stream(Place.values())
                .filter(known -> word(known).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    String known = Arrays.stream(Place.values())
                            .map(SignatureReader::word)
                            .collect(Collectors.joining("、"));
                    mistakes.add(sign.node().nearest(List.of("place")), "place 只能是 " + known);
                    return Place.PARAMETERS;
                });
    }

    private static String word(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    private Map<SettingsText, MomentText> with(Section sign) {
        Map<SettingsText, MomentText> with = new LinkedHashMap<>();
        sign.find("with")
                .ifPresent(node -> node.map().forEach((name, value) -> {
                    try {
                        with.put(declared(value, name, Set.of()), new MomentText(value.text()));
                    } catch (IllegalArgumentException noPattern) {
                        mistakes.add(value, "{now:…} 里不是日期格式,例如 {now:yyyy-MM-dd HH:mm:ss}");
                    }
                }));
        return with;
    }
}
