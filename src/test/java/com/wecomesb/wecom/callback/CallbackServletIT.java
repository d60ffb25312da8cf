package com.wecomesb.wecom.callback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallbackServletIT {

    private static final String MESSAGE = "<xml><MsgType>text</MsgType><Content>你好</Content></xml>";
    private static final String PATH = "/callback/wecom/service";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final CallbackCrypto CRYPTO =
            new CallbackCrypto(CallbackServer.TOKEN, CallbackServer.KEY, CallbackServer.CORP);

    private final List<Callback> taken = new ArrayList<>();
    private CallbackServer server;

    @BeforeEach
    void start() {
        server = new CallbackServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithAnEmptyBodyWhenTheCallbackIsStored() throws IOException {
        // Given
        server.door().open(storing());
        SealedCallback sealed = seal(CRYPTO, MESSAGE);

        // When
        String answer = server.post(PATH + "?" + sealed.asQuery(), sealed.asRequest(CallbackServer.CORP, 1000002));

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 0")
                .endsWith("\r\n\r\n");
        assertThat(taken).singleElement().satisfies(callback -> {
            assertThat(callback.app()).isEqualTo("service");
            assertThat(callback.corpId()).isEqualTo(CallbackServer.CORP);
            assertThat(callback.xml()).isEqualTo(MESSAGE);
        });
    }

    @Test
    void echoesTheDecryptedTextAsItIsWhenTheAddressIsVerified() throws IOException {
        // Given
        SealedCallback sealed = seal(CRYPTO, "1288432023552776189");
        String echo = URLEncoder.encode(sealed.encrypt(), StandardCharsets.US_ASCII);

        // When
        String answer = server.get(PATH + "?" + sealed.asQuery() + "&echostr=" + echo);

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/plain")
                .endsWith("\r\n\r\n1288432023552776189");
    }

    @ParameterizedTest
    @MethodSource("sinksThatStoreNothing")
    void closesTheConnectionWithoutAByteUnlessTheCallbackIsStored(CallbackSink sink) throws IOException {
        // Given
        server.door().open(sink);
        SealedCallback sealed = seal(CRYPTO, MESSAGE);

        // When
        String answer = server.post(PATH + "?" + sealed.asQuery(), sealed.asRequest(CallbackServer.CORP, 1000002));

        // Then
        assertThat(answer).isEmpty();
        assertThat(server.meters().get("esb.callback.unanswered").counter().count())
                .isEqualTo(1);
    }

    static Stream<Arguments> sinksThatStoreNothing() {
        return Stream.of(
                Arguments.argumentSet("fails in the same thread", (CallbackSink)
                        (callback, done) -> done.accept(new IllegalStateException("full"))),
                Arguments.argumentSet("fails later, in another thread", (CallbackSink) (callback, done) ->
                        CompletableFuture.runAsync(() -> done.accept(new IllegalStateException("full")))),
                Arguments.argumentSet("throws", (CallbackSink) (callback, done) -> {
                    throw new IllegalStateException("broken");
                }),
                Arguments.argumentSet("hangs", (CallbackSink) (callback, done) -> {}));
    }

    @Test
    void neverAnswersAnyOfManyCallbacksThatAreNotStored() {
        // Given
        server.door()
                .open((callback, done) ->
                        CompletableFuture.runAsync(() -> done.accept(new IllegalStateException("full"))));
        SealedCallback sealed = seal(CRYPTO, MESSAGE);

        // When
        List<CompletableFuture<String>> answers = IntStream.range(0, 500)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> unchecked(sealed)))
                .toList();

        // Then
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer).succeedsWithin(20, SECONDS, STRING).isEmpty());
    }

    @Test
    void closesTheConnectionWithoutAByteWhileNoRouteTakesCallbacks() throws IOException {
        // Given
        SealedCallback sealed = seal(CRYPTO, MESSAGE);

        // When
        String answer = server.post(PATH + "?" + sealed.asQuery(), sealed.asRequest(CallbackServer.CORP, 1000002));

        // Then
        assertThat(answer).isEmpty();
    }

    @Test
    void takesTheNextCallbackAfterOneThatWasStoredTooLate() throws IOException {
        // Given
        List<Consumer<@Nullable Throwable>> late = new ArrayList<>();
        server.door().open((callback, done) -> {
            late.forEach(answer -> answer.accept(null));
            late.add(done);
            if (late.size() > 1) {
                done.accept(null);
            }
        });
        SealedCallback sealed = seal(CRYPTO, MESSAGE);
        String address = PATH + "?" + sealed.asQuery();
        String body = sealed.asRequest(CallbackServer.CORP, 1000002);

        // When
        String first = server.post(address, body);
        String second = server.post(address, body);

        // Then
        assertThat(first).isEmpty();
        assertThat(second).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void refusesBadInputAndHandsNothingOn(BadRequest bad, int status, Reason reason) throws IOException {
        // Given
        server.door().open(storing());

        // When
        String answer = bad.send(server);

        // Then
        assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n" + reason.word());
        assertThat(taken).isEmpty();
        assertThat(server.rejected(reason)).isEqualTo(1);
    }

    static Stream<Arguments> badRequests() {
        SealedCallback good = seal(CRYPTO, MESSAGE);
        String body = good.asRequest(CallbackServer.CORP, 1000002);
        String query = "?" + good.asQuery();
        SealedCallback stale = CRYPTO.seal(
                MESSAGE, Long.toString(Instant.now().minusSeconds(900).getEpochSecond()), "n");
        SealedCallback otherCorp =
                seal(new CallbackCrypto(CallbackServer.TOKEN, CallbackServer.KEY, "ww0000000000000000"), MESSAGE);
        SealedCallback otherKey = seal(
                new CallbackCrypto(CallbackServer.TOKEN, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "ww"), MESSAGE);
        SealedCallback otherToken = seal(new CallbackCrypto("other", CallbackServer.KEY, CallbackServer.CORP), MESSAGE);
        return Stream.of(
                bad("unknown app", s -> s.post("/callback/wecom/nobody" + query, body), 404, Reason.UNKNOWN_APP),
                bad("app without token", s -> s.post("/callback/wecom/mute" + query, body), 404, Reason.UNKNOWN_APP),
                bad("no app", s -> s.post("/callback/wecom/" + query, body), 404, Reason.UNKNOWN_APP),
                bad("PUT", s -> s.exchange(put(PATH + query)), 405, Reason.METHOD),
                bad("no parameters", s -> s.post(PATH, body), 400, Reason.PARAMETERS),
                bad("no echostr", s -> s.get(PATH + query), 400, Reason.PARAMETERS),
                bad("parameter twice", s -> s.post(PATH + query + "&nonce=a", body), 400, Reason.PARAMETERS),
                bad("half an escape", s -> s.post(PATH + "?timestamp=1&nonce=%2", body), 400, Reason.PARAMETERS),
                bad("wrong signature", s -> s.post(PATH + query + "x", body), 403, Reason.SIGNATURE),
                bad("another token", s -> s.post(PATH + "?" + otherToken.asQuery(), body), 403, Reason.SIGNATURE),
                bad("stale", s -> post(s, stale), 403, Reason.STALE),
                bad("another corp", s -> post(s, otherCorp), 403, Reason.OTHER_RECEIVER),
                bad("another key", s -> post(s, otherKey), 400, Reason.DECRYPTION),
                bad("truncated", s -> s.post(PATH + query, body.substring(0, 90)), 400, Reason.NOT_XML),
                bad("empty", s -> s.post(PATH + query, ""), 400, Reason.NOT_XML),
                bad("no XML", s -> s.post(PATH + query, "hello"), 400, Reason.NOT_XML),
                bad("no Encrypt", s -> s.post(PATH + query, "<xml/>"), 400, Reason.NOT_XML),
                bad(
                        "a form",
                        s -> s.post(PATH + query, "nonce=1&a=b".getBytes(StandardCharsets.US_ASCII), FORM),
                        400,
                        Reason.NOT_XML),
                bad("JSON", s -> s.post(PATH + query, "{\"encrypt\":\"\"}"), 415, Reason.JSON),
                bad(
                        "DOCTYPE",
                        s -> s.post(PATH + query, "<!DOCTYPE xml [<!ENTITY a \"b\">]>" + body),
                        400,
                        Reason.DOCTYPE),
                bad(
                        "too large",
                        s -> s.post(PATH + query, "<xml>" + "a".repeat(9000) + "</xml>"),
                        413,
                        Reason.TOO_LARGE),
                bad("too large, in chunks", s -> s.exchange(chunked(PATH + query, 9000)), 413, Reason.TOO_LARGE));
    }

    @Test
    void tellsInTheDiaryWhatIsWrongWithAnApp() throws IOException {
        // Given
        SealedCallback otherKey = seal(
                new CallbackCrypto(CallbackServer.TOKEN, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "ww"), MESSAGE);
        String before = server.diary().finding("service");

        // When
        post(server, otherKey);

        // Then
        assertThat(before).contains("no request has arrived");
        assertThat(server.diary().finding("service")).contains("EncodingAESKey");
    }

    private CallbackSink storing() {
        return (callback, done) -> {
            taken.add(callback);
            done.accept(null);
        };
    }

    private static SealedCallback seal(CallbackCrypto crypto, String plaintext) {
        return crypto.seal(plaintext, Long.toString(Instant.now().getEpochSecond()), "1597212914");
    }

    private static String post(CallbackServer server, SealedCallback sealed) throws IOException {
        return server.post(PATH + "?" + sealed.asQuery(), sealed.asRequest(CallbackServer.CORP, 1000002));
    }

    private String unchecked(SealedCallback sealed) {
        try {
            return post(server, sealed);
        } catch (IOException reset) {
            throw new UncheckedIOException(reset);
        }
    }

    private static byte[] put(String path) {
        return ("PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] chunked(String path, int size) {
        return ("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(size) + "\r\n" + "a".repeat(size) + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Arguments bad(String name, BadRequest request, int status, Reason reason) {
        return Arguments.argumentSet(name, request, status, reason);
    }

    /** Sends something that WeCom does not send. */
    private interface BadRequest {
        String send(CallbackServer server) throws IOException;
    }
}
