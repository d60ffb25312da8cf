package com.wecomesb.connector.webhook;

import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.webhook.SignatureRule.Encoding;
import com.wecomesb.connector.webhook.SignatureRule.SecretEncoding;
import com.wecomesb.document.DurationText;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code webhook} section of a connector file. */
final class WebhookSectionReader {

    private static final KnownKeys SECTION =
            KnownKeys.of("webhook ", "signature", "timestamp", "delivery", "records", "answer");
    private static final KnownKeys SIGNATURE = KnownKeys.of(
            "signature ", "algorithm", "over", "header", "query", "prefix", "encoding", "secrets", "secret-encoding");
    private static final KnownKeys TIMESTAMP = KnownKeys.of("timestamp ", "header", "tolerance");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String HEADER_NAME = "[A-Za-z0-9-]+";

    private final Mistakes mistakes;
    private boolean usable = true;

    WebhookSectionReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<WebhookSection> read(YamlNode section) {
        SECTION.check(section, mistakes);
        TimestampRule timestamp = section.get("timestamp").map(this::timestamp).orElse(null);
        SignatureRule signature = signature(section, timestamp != null);
        Jslt records = section.get("records")
                .map(this::expression)
                .orElseGet(() ->
                        wrong(section, "webhook 要写 records:哪些记录变了,例如 '[{\"kind\": \"ticket\", \"id\": .ticket.id}]'"));
        WebhookSection.Delivery delivery =
                section.get("delivery").map(this::delivery).orElse(null);
        return usable && signature != null && records != null
                ? Optional.of(new WebhookSection(
                        signature,
                        timestamp,
                        delivery,
                        records,
                        section.get("answer").map(YamlNode::json).orElse(null)))
                : Optional.empty();
    }

    private @Nullable SignatureRule signature(YamlNode section, boolean timed) {
        YamlNode node = section.get("signature").orElse(null);
        if (node == null) {
            return wrong(section, "webhook 要写 signature:不验证签名,谁都可以冒充这个系统;不会签名的系统写 algorithm: token");
        }
        SIGNATURE.check(node, mistakes);
        String word = text(node, "algorithm");
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(word).orElse(null);
        if (algorithm == null) {
            return wrong(
                    node.get("algorithm").orElse(node),
                    "没有签名算法“" + word + "”" + Suggestion.of(word, SignatureAlgorithm.words()));
        }
        SignedText over = SignedText.parse(node.get("over").map(YamlNode::text).orElse("{body}"));
        checkOver(node, algorithm, over, timed);
        if (node.get("header").isPresent() == node.get("query").isPresent()) {
            wrong(node, "signature 要写签名在哪里:header: 请求头的名字,或者 query: 参数的名字");
        }
        return new SignatureRule(
                algorithm,
                over,
                node.get("header").map(YamlNode::text).orElse(null),
                node.get("query").map(YamlNode::text).orElse(null),
                text(node, "prefix"),
                choice(node, "encoding", Encoding.HEX),
                secrets(node),
                choice(node, "secret-encoding", SecretEncoding.TEXT));
    }

    private void checkOver(YamlNode node, SignatureAlgorithm algorithm, SignedText over, boolean timed) {
        YamlNode at = node.get("over").orElse(node);
        if (algorithm.isDigest() && !over.names("secret")) {
            wrong(at, "md5、sha1、sha256 不带密钥,over 里要有 {secret},例如 \"{clientId}{body}{secret}\"");
        }
        if (algorithm != SignatureAlgorithm.TOKEN && !over.names("body")) {
            wrong(at, "签名没有包括 {body},内容可以被改掉");
        }
        if (timed && algorithm != SignatureAlgorithm.TOKEN && !over.names("timestamp")) {
            wrong(at, "时间戳没有签进去,旧的请求可以换个时间重发:over 里要有 {timestamp}");
        }
    }

    private List<String> secrets(YamlNode node) {
        List<String> names = node.get("secrets").map(YamlNode::items).orElse(List.of()).stream()
                .map(YamlNode::text)
                .toList();
        for (String name : names) {
            if (!name.matches("\\{[A-Za-z][A-Za-z0-9]*}")) {
                wrong(node.get("secrets").orElse(node), "secrets 里写属性的名字,例如 \"{webhookSecret}\",密钥本身写在设置里");
            }
        }
        if (names.isEmpty()) {
            wrong(node, "signature 要写 secrets,例如 [\"{webhookSecret}\", \"{webhookSecretOld}\"]");
        }
        return names.stream().map(name -> name.replaceAll("[{}]", "")).toList();
    }

    private @Nullable TimestampRule timestamp(YamlNode node) {
        TIMESTAMP.check(node, mistakes);
        Duration tolerance = node.get("tolerance")
                .flatMap(value -> DurationText.read(value, mistakes))
                .orElse(TOLERANCE);
        String header = text(node, "header");
        return header.matches(HEADER_NAME)
                ? new TimestampRule(header, tolerance)
                : wrong(node, "timestamp 要写 header: 请求头的名字");
    }

    private WebhookSection.@Nullable Delivery delivery(YamlNode node) {
        if (node.text().matches(HEADER_NAME)) {
            return new WebhookSection.Delivery(node.text(), null);
        }
        Jslt expression = expression(node);
        return expression == null ? null : new WebhookSection.Delivery(null, expression);
    }

    private @Nullable Jslt expression(YamlNode node) {
        try {
            return Jslt.parse(node.text());
        } catch (IllegalArgumentException wrong) {
            return wrong(node, "JSLT 写错了:" + wrong.getMessage());
        }
    }

    private <E extends Enum<E>> E choice(YamlNode node, String key, E usual) {
        Optional<YamlNode> written = node.get(key);
        if (written.isEmpty()) {
            return usual;
        }
        for (E one : usual.getDeclaringClass().getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(written.get().text())) {
                return one;
            }
        }
        wrong(written.get(), key + " 没有“" + written.get().text() + "”");
        return usual;
    }

    private static String text(YamlNode node, String key) {
        return node.get(key).map(YamlNode::text).orElse("");
    }

    private <T> @Nullable T wrong(YamlNode where, String what) {
        usable = false;
        mistakes.add(where, what);
        return null;
    }
}
