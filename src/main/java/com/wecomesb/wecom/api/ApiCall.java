package com.wecomesb.wecom.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call of an API path in the name of an app.
 *
 * @param path after {@code /cgi-bin/}, such as {@code kf/send_msg}
 * @param body what is posted; without it and without an upload the call is a GET
 * @param upload a file that is posted in its place
 * @param query beside the token; may hold a webhook's key, so it is as secret as a token
 */
record ApiCall(
        String app,
        String corpId,
        String path,
        @Nullable JsonNode body,
        @Nullable Upload upload,
        Map<String, String> query) {

    static final String MEDIA_GET = "media/get";

    private static final String MESSAGE_SEND = "message/send";
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_]+(/[A-Za-z0-9_]+)*");

    /** By the names that WeCom gives its reads; a call that only looks like a read would be repeated wrongly. */
    private static final Pattern READ = Pattern.compile(
            "(.*/)?(get|get_[a-z_]+|gettoken|getcallbackip|list|simplelist|[a-z_]+_list|batchget|sync_msg)");

    ApiCall {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Not a path of the WeCom API such as kf/send_msg: " + path);
        }
    }

    ApiCall(String app, String corpId, String path, @Nullable JsonNode body, Map<String, String> query) {
        this(app, corpId, path, body, null, query);
    }

    /** Whether it changes nothing at WeCom that anybody sees, so that it can be repeated when its answer got lost. */
    boolean isRead() {
        return upload != null || READ.matcher(path).matches();
    }

    /** Whether a file is the answer; JSON only where there is none. */
    boolean isDownload() {
        return path.equals(MEDIA_GET);
    }

    boolean isWebhook() {
        return path.startsWith("webhook/");
    }

    /** Who is refused together when WeCom blocks this path: the corp, or the one webhook. */
    Scope scope() {
        return new Scope(isWebhook() ? query.getOrDefault("key", "") : corpId, path);
    }

    /** The members that an application message is for, in lower case as WeCom answers them; none for {@code @all}. */
    List<String> members() {
        if (!path.equals(MESSAGE_SEND) || body == null) {
            return List.of();
        }
        return Stream.of(body.path("touser").asText("").split("\\|"))
                .filter(member -> !member.isBlank() && !member.equals("@all"))
                .map(member -> member.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    boolean isApplicationMessage() {
        return path.equals(MESSAGE_SEND);
    }

    /** Without body and query: both hold what no log may show. */
    @Override
    public String toString() {
        return "ApiCall[" + path + " of " + app + "]";
    }

    /** What WeCom counts and blocks as one. */
    record Scope(String owner, String path) {

        /** Without the owner, which may be a webhook's key. */
        @Override
        public String toString() {
            return "Scope[" + path + "]";
        }
    }
}
