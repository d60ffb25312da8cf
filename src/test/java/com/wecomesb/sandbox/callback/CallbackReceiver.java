package com.wecomesb.sandbox.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wecomesb.sandbox.SandboxDefaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** A bus that opens callbacks with WxJava and answers them as told. */
final class CallbackReceiver implements AutoCloseable {

    enum Behaviour {
        ANSWER,
        ANSWER_WITH_A_WORD,
        ERROR,
        CLOSE,
        HANG
    }

    private final WxCryptUtil crypto =
            new WxCryptUtil(SandboxDefaults.TOKEN, SandboxDefaults.ENCODING_AES_KEY, SandboxDefaults.CORP_ID);
    private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> signatures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    CallbackReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        server.setExecutor(threads);
        server.createContext("/callback/wecom/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/callback/wecom/{app}";
    }

    /** What to do with the next requests; what comes after them is answered. */
    void behave(Behaviour... behaviours) {
        script.clear();
        script.addAll(Arrays.asList(behaviours));
    }

    /** The plaintexts in the order in which they came. */
    Queue<String> received() {
        return received;
    }

    /** The signatures of all requests. */
    Queue<String> signatures() {
        return signatures;
    }

    void forget() {
        received.clear();
        signatures.clear();
        script.clear();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, String> query = Stream.of(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        signatures.add(query.get("msg_signature"));
        if (query.containsKey("echostr")) {
            answer(exchange, 200, opened(query, query.get("echostr")));
            return;
        }
        received.add(opened(query, body.replaceAll("(?s).*<Encrypt><!\\[CDATA\\[(.*?)]].*", "$1")));
        Behaviour behaviour = script.poll();
        switch (behaviour == null ? Behaviour.ANSWER : behaviour) {
            case ANSWER -> answer(exchange, 200, "");
            case ANSWER_WITH_A_WORD -> answer(exchange, 200, "success");
            case ERROR -> answer(exchange, 500, "");
            case CLOSE -> exchange.close();
            case HANG -> {}
        }
    }

    private String opened(Map<String, String> query, String encrypt) {
        return crypto.decryptContent(query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), encrypt);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
