package com.wecomesb.connector.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a signature is made over: {@code {timestamp}.{body}}. The body goes in byte for byte, whatever its encoding.
 */
final class SignedText {

    private static final Pattern PART = Pattern.compile("\\{([A-Za-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)?)}");
    private static final String HEADER = "header.";

    private final List<Object> parts;

    private SignedText(List<Object> parts) {
        this.parts = parts;
    }

    private record Hole(String name) {}

    static SignedText parse(String written) {
        List<Object> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(written);
        int end = 0;
        while (matcher.find()) {
            parts.add(written.substring(end, matcher.start()));
            parts.add(new Hole(matcher.group(1)));
            end = matcher.end();
        }
        parts.add(written.substring(end));
        return new SignedText(parts);
    }

    boolean names(String hole) {
        return parts.contains(new Hole(hole));
    }

    /** The names that are none of a request's own: properties of the system. */
    List<String> properties() {
        return parts.stream()
                .filter(Hole.class::isInstance)
                .map(part -> ((Hole) part).name())
                .filter(name -> !name.startsWith(HEADER)
                        && !List.of("body", "timestamp", "secret", "method", "url")
                                .contains(name))
                .toList();
    }

    /**
     * The bytes.
     *
     * @param properties the system's, null for what is not configured
     */
    byte[] of(IncomingWebhook webhook, String timestamp, String secret, Function<String, @Nullable String> properties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(webhook.body().length + 64);
        for (Object part : parts) {
            byte[] more = part instanceof Hole hole
                    ? filled(hole.name(), webhook, timestamp, secret, properties)
                    : ((String) part).getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(more);
        }
        return bytes.toByteArray();
    }

    private static byte[] filled(
            String name,
            IncomingWebhook webhook,
            String timestamp,
            String secret,
            Function<String, @Nullable String> properties) {
        if (name.equals("body")) {
            return webhook.body();
        }
        String text = switch (name) {
            case "timestamp" -> timestamp;
            case "secret" -> secret;
            case "method" -> webhook.method();
            case "url" -> webhook.url();
            default ->
                name.startsWith(HEADER)
                        ? webhook.header(name.substring(HEADER.length())).orElse("")
                        : properties.apply(name);
        };
        return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
    }
}
