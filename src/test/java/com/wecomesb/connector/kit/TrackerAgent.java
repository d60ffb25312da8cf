package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A colleague who answers tickets in the running Request Tracker, beside the bus. */
public final class TrackerAgent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RealSystem system;

    public TrackerAgent(RealSystem system) {
        this.system = system;
    }

    /** The newest ticket, whole. */
    public JsonNode newestTicket() {
        String id = get("/tickets?query=id%3E0&orderby=id&order=DESC&per_page=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        return get("/ticket/" + id);
    }

    /** The newest texts of a ticket, those of mails among them. */
    public JsonNode texts(String ticket) {
        return get("/ticket/" + ticket + "/attachments?fields=Subject,Content,ContentType,TransactionId&per_page=100");
    }

    /** Answers so that the customer may read it. */
    public void answers(String ticket, String html) {
        send(
                "POST",
                "/ticket/" + ticket + "/correspond",
                JSON.createObjectNode()
                        .put("Content", html)
                        .put("ContentType", "text/html")
                        .toString());
    }

    /** Writes what only colleagues may read. */
    public void notes(String ticket, String text) {
        send(
                "POST",
                "/ticket/" + ticket + "/comment",
                JSON.createObjectNode()
                        .put("Content", text)
                        .put("ContentType", "text/plain")
                        .toString());
    }

    /** Ends the ticket. */
    public void resolves(String ticket) {
        send("PUT", "/ticket/" + ticket, "{\"Status\": \"resolved\"}");
    }

    private JsonNode get(String path) {
        return send("GET", path, "");
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(system.root() + "/REST/2.0" + path))
                .header("Authorization", "token " + system.word("token agent1: "))
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
