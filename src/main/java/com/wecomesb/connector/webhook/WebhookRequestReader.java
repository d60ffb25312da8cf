package com.wecomesb.connector.webhook;

import com.wecomesb.connector.webhook.WebhookRefused.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request whole, never more of it than is allowed. */
final class WebhookRequestReader {

    private final int maxBody;
    private final @Nullable String publicUrl;

    WebhookRequestReader(WebhookDoorSettings settings) {
        this.maxBody = (int) settings.maxBody().toBytes();
        this.publicUrl = settings.publicUrl();
    }

    IncomingWebhook read(HttpServletRequest request) throws WebhookRefused {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return new IncomingWebhook(
                request.getMethod(), url(request), query(request.getQueryString()), headers, body(request));
    }

    private byte[] body(HttpServletRequest request) throws WebhookRefused {
        long announced = request.getContentLengthLong();
        if (announced > maxBody) {
            throw new WebhookRefused(Reason.TOO_LARGE);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(maxBody + 1);
            if (body.length > maxBody) {
                throw new WebhookRefused(Reason.TOO_LARGE);
            }
            if (body.length < announced) {
                throw new WebhookRefused(Reason.MALFORMED);
            }
            return body;
        } catch (IOException brokenOff) {
            throw new WebhookRefused(Reason.MALFORMED);
        }
    }

    private String url(HttpServletRequest request) {
        String start = publicUrl == null || publicUrl.isBlank()
                ? request.getRequestURL().toString()
                : publicUrl.replaceFirst("/+$", "") + request.getRequestURI();
        return request.getQueryString() == null ? start : start + "?" + request.getQueryString();
    }

    private static Map<String, String> query(@Nullable String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
