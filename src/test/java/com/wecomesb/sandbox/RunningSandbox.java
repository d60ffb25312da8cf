package com.wecomesb.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The simulators alone on a free port, and JSON over HTTP to them. */
public final class RunningSandbox implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningSandbox(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Starts them with settings such as {@code esb.sandbox.keep=10}. */
    public static RunningSandbox start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new RunningSandbox(SandboxApplication.run(arguments.toArray(String[]::new)));
    }

    /** An answer and its body as JSON, missing when it is none. */
    public record Answer(int status, JsonNode json, HttpResponse<String> http) {}

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("X-Sandbox", "1");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response), response);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return isJson ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }

    /** A control; must succeed. */
    public JsonNode control(String method, String path, Object body) {
        Answer answer = send(method, "/sandbox/control" + path, text(body), "Content-Type", "application/json");
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.json());
        }
        return answer.json();
    }

    public JsonNode look(String path) {
        return control("GET", path, "");
    }

    /** What WeCom counts of a kind. */
    public long count(String name) {
        return look("/state").path("counts").path(name).asLong();
    }

    /** An access token of the app with this secret. */
    public String token(String secret) {
        return send(
                        "GET",
                        "/sandbox/wecom/cgi-bin/gettoken?corpid=" + SandboxDefaults.CORP_ID + "&corpsecret=" + secret,
                        "")
                .json()
                .path("access_token")
                .asText();
    }

    /** A WeCom API call with a fresh token of the default app. */
    public JsonNode wecom(String path, Object body) {
        return wecom(path, body, token(SandboxDefaults.APP_SECRET));
    }

    public JsonNode wecom(String path, Object body, String token) {
        String address = "/sandbox/wecom/cgi-bin/" + path + (path.contains("?") ? "&" : "?") + "access_token=" + token;
        return send("POST", address, text(body), "Content-Type", "application/json")
                .json();
    }

    /** What the default customer writes; the msgid. */
    public String customerWrites(String text) {
        return control(
                        "POST",
                        "/customers/" + SandboxDefaults.CUSTOMER + "/messages",
                        Map.of("text", text, "nudge", false))
                .path("msgid")
                .asText();
    }

    public void advance(Duration by) {
        control("POST", "/clock", Map.of("advance", by.toString()));
    }

    public void turn(String system, String mode) {
        control("PUT", "/switches/" + system, Map.of("mode", mode));
    }

    public void reset() {
        control("POST", "/reset", Map.of());
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
