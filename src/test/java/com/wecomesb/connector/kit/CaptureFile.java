package com.wecomesb.connector.kit;

import com.wecomesb.connector.kit.Capture.Said;
import com.wecomesb.connector.kit.Capture.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Captures as text, so that they can be read, compared and written by hand: {@code ## title}, {@code >>> request}, the request
 * as in HTTP, {@code <<< response}, the answer as in HTTP.
 */
final class CaptureFile {

    private static final String REQUEST = ">>> request";
    private static final String RESPONSE = "<<< response";
    private static final Set<String> KEPT_HEADERS =
            Set.of("content-type", "if-match", "idempotency-key", "etag", "location", "retry-after", "last-modified");

    private final List<String> lines;
    private int next;

    private CaptureFile(List<String> lines) {
        this.lines = lines;
    }

    /** All captures of a file, in order. */
    static List<Capture> read(Path file) {
        try {
            return new CaptureFile(Files.readAllLines(file)).captures();
        } catch (IOException exception) {
            throw new UncheckedIOException("no capture file " + file, exception);
        }
    }

    /** The capture that {@code file.http.txt#2} names; the first one without a number. */
    static Capture one(Path folder, String reference) {
        String[] parts = reference.split("#");
        int number = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
        List<Capture> all = read(folder.resolve(parts[0]));
        if (number > all.size()) {
            throw new IllegalArgumentException(reference + ": the file has only " + all.size() + " captures");
        }
        return all.get(number - 1);
    }

    private List<Capture> captures() {
        List<Capture> captures = new ArrayList<>();
        String title = "";
        while (next < lines.size()) {
            String line = lines.get(next++);
            if (line.startsWith("#")) {
                title = line.replaceFirst("^#+ ", "");
            } else if (line.startsWith(REQUEST)) {
                captures.add(capture(title));
            }
        }
        return captures;
    }

    private Capture capture(String title) {
        String[] start = lines.get(next++).split(" ");
        Map<String, String> headers = headers();
        String body = body(RESPONSE);
        next++;
        int status = Integer.parseInt(lines.get(next++).split(" ")[1]);
        return new Capture(
                title, new Sent(start[0], start[1], headers, body), new Said(status, headers(), body("## ")));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        while (next < lines.size() && !lines.get(next).isBlank()) {
            String[] header = lines.get(next++).split(": *", 2);
            headers.put(header[0], header.length > 1 ? header[1] : "");
        }
        return headers;
    }

    private String body(String end) {
        List<String> body = new ArrayList<>();
        while (next < lines.size()
                && !lines.get(next).startsWith(end)
                && !lines.get(next).startsWith(REQUEST)) {
            body.add(lines.get(next++));
        }
        return String.join("\n", body).strip();
    }

    /** As {@link #read} reads it; only headers that mean something are kept, above all no credentials. */
    static String text(String heading, List<Capture> captures) {
        return "# " + heading + "\n\n"
                + captures.stream().map(CaptureFile::text).collect(Collectors.joining("\n"));
    }

    private static String text(Capture capture) {
        Sent sent = capture.sent();
        Said said = capture.said();
        return "## " + capture.title() + "\n\n" + REQUEST + "\n" + sent.method() + " " + sent.target() + " HTTP/1.1\n"
                + headers(sent.headers()) + "\n" + Json.pretty(sent.body()) + "\n\n" + RESPONSE + "\nHTTP/1.1 "
                + said.status() + "\n" + headers(said.headers()) + "\n" + Json.pretty(said.body()) + "\n";
    }

    private static String headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> KEPT_HEADERS.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
