package com.wecomesb.command;

import com.sun.net.httpserver.HttpExchange;
import com.wecomesb.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bus that answers commands as a test says; anything else it does not know. */
final class StubBus implements AutoCloseable {

    private final LoopbackServer server = new LoopbackServer(this::answer);
    private final Map<String, String> environment;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Its key lies in the data folder, as the bus leaves it there. */
    StubBus(Path data) throws IOException {
        Files.writeString(data.resolve("api-key"), "key-of-the-file\n");
        environment = Map.of("ESB_URL", server.url(), "ESB_DATA_DIR", data.toString());
    }

    /**
     * What a request is answered.
     *
     * @param request method and path
     * @param answer the body; after a status and a blank where that is not 200
     */
    void answers(String request, String answer) {
        answers.put(request, answer);
    }

    /** A command against this bus. */
    CommandRun run(String... arguments) {
        return CommandRun.of(environment, arguments);
    }

    /** Method, path, authorization and body of what was asked. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        String answer = answers.getOrDefault(request, "404 {}");
        boolean refused = answer.matches("(?s)[45]\\d\\d .*");
        byte[] bytes = (refused ? answer.substring(4) : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? Integer.parseInt(answer.substring(0, 3)) : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.close();
    }
}
