package com.wecomesb.connector;

import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.mapping.MappingViolated;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the classes of failure apart. What a system answered stays here: it may hold a customer's data. */
public final class Failures {

    /** A system that throttles without saying for how long. */
    private static final long SILENCE_SECONDS = 60;

    private static final long LONGEST_SILENCE_SECONDS = 24 * 3600;

    /** Larger numbers are moments, not waits: the year 2001, in seconds. */
    private static final double SINCE_1970_FROM = 1e9;

    private static final double MILLISECONDS_FROM = 1e12;

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    /** Of an internal failure in the log: enough to see who called what. */
    private static final int FRAMES = 15;

    private static final List<Class<? extends IOException>> NEVER_SENT = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class);

    /** The variable of an exchange that is set just before the step that changes something. */
    public static final String EFFECT_SENT = "effectSent";

    private Failures() {}

    /**
     * What an exception of a Kamelet means.
     *
     * @param effectSent whether the request that changes something had been sent
     */
    public static ConnectorFailed of(Throwable exception, boolean effectSent, Instant now) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectorFailed known) {
                return known;
            }
            if (cause instanceof MappingViolated violated) {
                return new ConnectorFailed(Kind.PERMANENT, String.valueOf(violated.getMessage()));
            }
            if (cause instanceof HttpOperationFailedException http) {
                return ofStatus(http.getStatusCode(), retryAfter(http), "系统回答", now);
            }
            if (cause instanceof IOException io) {
                return ofIo(io, effectSent);
            }
        }
        log.atError()
                .addKeyValue("cause", exception.getClass().getName())
                .addKeyValue("at", origin(exception))
                .log("a connector has failed in itself");
        return new ConnectorFailed(
                effectSent ? Kind.UNKNOWN : Kind.PERMANENT,
                "连接器内部出错:" + exception.getClass().getSimpleName());
    }

    /** Where it comes from; its message may quote a document. */
    private static String origin(Throwable exception) {
        Throwable cause = exception;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }

    public static ConnectorFailed ofStatus(int status, @Nullable String retryAfter, String what, Instant now) {
        return ofStatus(status, retryAfter, what, "", now);
    }

    /**
     * What a status other than 2xx means.
     *
     * @param retryAfter what the answer says about when to come again, as {@link #until} reads it
     * @param what was asked, in words for people
     * @param detail that may be told, such as names of fields
     */
    public static ConnectorFailed ofStatus(
            int status, @Nullable String retryAfter, String what, String detail, Instant now) {
        String reason = what + " HTTP " + status + detail;
        return switch (status) {
            case 401 -> new CredentialsRefused(reason);
            case 403 -> new ConnectorFailed(Kind.PERMANENT, reason + ":凭证或权限不对,请检查设置");
            case 408, 425 -> new ConnectorFailed(Kind.RETRY, reason);
            case 409, 412 -> new ConnectorFailed(Kind.CONFLICT, reason + ":对方的记录已经变了");
            case 422 -> new ConnectorFailed(Kind.PERMANENT, reason + ":对方认为数据不合格,请检查映射");
            case 429 -> new ConnectorFailed(Kind.THROTTLED, reason + ":请求太多", until(retryAfter, now));
            default -> other(status, retryAfter, reason, now);
        };
    }

    private static ConnectorFailed other(int status, @Nullable String retryAfter, String reason, Instant now) {
        if (status == 503 && retryAfter != null) {
            return new ConnectorFailed(Kind.THROTTLED, reason + ":对方要求稍后再来", until(retryAfter, now));
        }
        return new ConnectorFailed(status >= 500 ? Kind.RETRY : Kind.PERMANENT, reason);
    }

    /** No answer, or a cut one. */
    public static ConnectorFailed ofIo(IOException exception, boolean effectSent) {
        if (NEVER_SENT.stream().anyMatch(type -> type.isInstance(exception))) {
            return new ConnectorFailed(Kind.RETRY, "连不上系统");
        }
        return effectSent
                ? new ConnectorFailed(Kind.UNKNOWN, "请求已发出,没有等到回答")
                : new ConnectorFailed(Kind.RETRY, "没有等到系统的回答");
    }

    private static @Nullable String retryAfter(HttpOperationFailedException exception) {
        Map<String, String> headers = exception.getResponseHeaders();
        return headers == null
                ? null
                : headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * When to come again: in seconds from now, in seconds or milliseconds since 1970, as an HTTP date or an ISO time; in a minute
     * where nothing is said, and at most in a day, so that a wrong clock there parks nothing for ever.
     */
    public static Instant until(@Nullable String when, Instant now) {
        Instant asked = when == null ? now.plusSeconds(SILENCE_SECONDS) : asked(when.strip(), now);
        Instant latest = now.plusSeconds(LONGEST_SILENCE_SECONDS);
        return asked.isAfter(latest) ? latest : asked.isBefore(now) ? now : asked;
    }

    private static Instant asked(String when, Instant now) {
        if (when.matches("[0-9]{1,15}(\\.[0-9]+)?")) {
            double number = Double.parseDouble(when);
            if (number > MILLISECONDS_FROM) {
                return Instant.ofEpochMilli((long) number);
            }
            long seconds = (long) Math.ceil(number);
            return number > SINCE_1970_FROM ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds);
        }
        for (DateTimeFormatter format :
                List.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME)) {
            try {
                return ZonedDateTime.parse(when, format).toInstant();
            } catch (DateTimeException otherFormat) {
                // the next one, or none
            }
        }
        return now.plusSeconds(SILENCE_SECONDS);
    }
}
