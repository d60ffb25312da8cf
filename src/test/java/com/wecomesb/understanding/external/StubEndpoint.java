package com.wecomesb.understanding.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.wecomesb.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A chat completion endpoint that can be told to misbehave. */
final class StubEndpoint implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers one call. */
    interface Behaviour {
        void answer(HttpExchange call) throws IOException;
    }

    /** A call as it came. */
    record Call(String authorization, JsonNode body) {

        String system() {
            return body.path("messages").path(0).path("content").asText();
        }

        String user() {
            return body.path("messages").path(1).path("content").asText();
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = new LoopbackServer(this::handle);
    private volatile Behaviour behaviour = call -> {};

    String url() {
        return server.url() + "/v1/chat/completions";
    }

    List<Call> calls() {
        return calls;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            calls.add(new Call(String.valueOf(authorization), body));
            behaviour.answer(exchange);
        }
    }

    void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    /** The model says this. */
    void says(String content) {
        answers(200, completion(content));
    }

    static String completion(String content) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("choices").addObject().putObject("message").put("content", content);
        return answer.toString();
    }

    void answers(int status, String body) {
        behave(call -> send(call, status, body));
    }

    static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }

    /** Nothing comes until the end. */
    void hangs() {
        behave(call -> server.awaitClosing());
    }

    /** The head of an answer comes, its body does not. */
    void breaksOff() {
        behave(call -> {
            call.sendResponseHeaders(200, 1000);
            call.getResponseBody().write('{');
            call.getResponseBody().flush();
            server.awaitClosing();
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
