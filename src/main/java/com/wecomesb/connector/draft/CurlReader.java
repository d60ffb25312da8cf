package com.wecomesb.connector.draft;

import com.wecomesb.connector.http.Parameter;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the words after {@code curl}, one after the other. */
final class CurlReader {

    private static final Set<String> WITHOUT_VALUE = Set.of(
            "-s",
            "--silent",
            "-S",
            "--show-error",
            "-i",
            "--include",
            "-L",
            "--location",
            "-k",
            "--insecure",
            "-v",
            "--verbose",
            "--compressed",
            "-f",
            "--fail",
            "-g",
            "--globoff",
            "-sS",
            "-sSL",
            "-#",
            "--http1.1",
            "--http2");
    private static final Set<String> OF_NO_INTEREST = Set.of(
            "-o",
            "--output",
            "-A",
            "--user-agent",
            "-e",
            "--referer",
            "-m",
            "--max-time",
            "--connect-timeout",
            "--retry",
            "--cacert",
            "-x",
            "--proxy",
            "-w",
            "--write-out");

    private final List<String> words;
    private final List<Parameter> headers = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private String method = "";
    private String url = "";
    private @Nullable String user;
    private boolean dataInQuery;
    private int at = 1;

    CurlReader(List<String> words) {
        this.words = words;
    }

    CurlCall call() {
        while (at < words.size()) {
            take(words.get(at++));
        }
        URI address = address();
        List<Parameter> query = new ArrayList<>(pairs(address.getRawQuery()));
        String body = String.join("&", data);
        if (dataInQuery) {
            query.addAll(pairs(body));
            body = "";
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        String chosen = method.isEmpty() ? body.isEmpty() ? "GET" : "POST" : method;
        SentBody sent = SentBody.of(body);
        return new CurlCall(
                chosen, origin, path, List.copyOf(query), List.copyOf(headers), sent.content(), sent.isForm(), user);
    }

    private void take(String word) {
        switch (word) {
            case "-X", "--request" -> method = value(word);
            case "-H", "--header" -> header(value(word));
            case "-u", "--user" -> user = value(word);
            case "-b", "--cookie" -> headers.add(new Parameter("Cookie", value(word)));
            case "-d", "--data", "--data-raw", "--data-binary", "--data-ascii" -> data.add(value(word));
            case "--data-urlencode" -> data.add(encoded(value(word)));
            case "--json" -> {
                data.add(value(word));
                headers.add(new Parameter("Content-Type", "application/json"));
            }
            case "-G", "--get" -> dataInQuery = true;
            case "--url" -> url = value(word);
            case "-F", "--form" ->
                throw new IllegalArgumentException("带文件的表单(-F)请照 docs/reference/connectors.md 手写 multipart");
            default -> other(word);
        }
    }

    private void other(String word) {
        if (word.length() > 2 && word.startsWith("-X")) {
            method = word.substring(2);
        } else if (OF_NO_INTEREST.contains(word)) {
            value(word);
        } else if (!word.startsWith("-")) {
            url = word;
        } else if (!WITHOUT_VALUE.contains(word)) {
            throw new IllegalArgumentException("不认识的 curl 参数 " + word);
        }
    }

    private String value(String option) {
        if (at >= words.size()) {
            throw new IllegalArgumentException(option + " 后面缺少值");
        }
        return words.get(at++);
    }

    private void header(String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            headers.add(new Parameter(
                    text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
        }
    }

    private URI address() {
        URI address = URI.create(url.replace(" ", "%20"));
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("没有找到 http:// 或 https:// 开头的地址");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("地址里不能有用户名和密码,请用 -u");
        }
        return address;
    }

    /** {@code name=text} with the text as it goes over the wire. */
    private static String encoded(String text) {
        int equals = text.indexOf('=');
        return text.substring(0, equals + 1) + URLEncoder.encode(text.substring(equals + 1), StandardCharsets.UTF_8);
    }

    static List<Parameter> pairs(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : ""))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
