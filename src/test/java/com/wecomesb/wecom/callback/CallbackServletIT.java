package com.wecomesb.wecom.callback;

import static com.wecomesb.wecom.callback.CallbackServer.CRYPTO;
import static com.wecomesb.wecom.callback.CallbackServer.PATH;
import static com.wecomesb.wecom.callback.CallbackServer.seal;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a callback is answered, and when it is left without a byte because nobody has stored it. */
class CallbackServletIT {

    private static final String MESSAGE = "<xml><MsgType>text</MsgType><Content>你好</Content></xml>";

    private final List<Callback> taken = new ArrayList<>();

    @AutoClose
    private final CallbackServer server = new CallbackServer();

    @Test
    void answersWithAnEmptyBodyWhenTheCallbackIsStored() throws IOException {
        // Given
        server.door().open(storing());
        SealedCallback sealed = seal(CRYPTO, MESSAGE);

        // When
        String answer = server.post(sealed);

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
        String answer = server.post(sealed);

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
        String answer = server.post(sealed);

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

    private CallbackSink storing() {
        return (callback, done) -> {
            taken.add(callback);
            done.accept(null);
        };
    }

    private String unchecked(SealedCallback sealed) {
        try {
            return server.post(sealed);
        } catch (IOException reset) {
            throw new UncheckedIOException(reset);
        }
    }
}
