package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The REST interface of a running bus. */
final class BusClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    /** Longer than a drain or a trial of rules may take. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    private final URI root;
    private final @Nullable String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    BusClient(URI root, @Nullable String key) {
        this.root = root;
        this.key = key;
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, @Nullable JsonNode body) {
        return send("POST", path, body);
    }

    JsonNode delete(String path) {
        return send("DELETE", path, null);
    }

    /** A value as part of a path. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A file as it is. */
    byte[] download(String path) {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    JsonNode upload(String path, byte[] file) {
        return read(send("POST", path, BodyPublishers.ofByteArray(file), "application/octet-stream"));
    }

    private JsonNode send(String method, String path, @Nullable JsonNode body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return read(send(method, path, publisher, "application/json"));
    }

    private byte[] send(String method, String path, BodyPublisher body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(root.toString().replaceFirst("/+$", "") + path))
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json, application/problem+json, */*;q=0.5")
                .header("Content-Type", contentType)
                .method(method, body);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                JsonNode problem = read(response.body());
                throw CommandFailed.refused(response.statusCode() + " "
                        + problem.path("detail").asText(problem.path("title").asText("")));
            }
            return response.body();
        } catch (IOException unreachable) {
            throw CommandFailed.unreachable("the bus cannot be reached at " + root + " (is it running? --url)");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("interrupted");
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
