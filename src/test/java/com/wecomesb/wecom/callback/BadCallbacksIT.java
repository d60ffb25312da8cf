package com.wecomesb.wecom.callback;

import static com.wecomesb.wecom.callback.CallbackServer.CRYPTO;
import static com.wecomesb.wecom.callback.CallbackServer.PATH;
import static com.wecomesb.wecom.callback.CallbackServer.seal;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What WeCom does not send is refused with its reason, and nobody behind the door hears of it. */
class BadCallbacksIT {

    private static final String MESSAGE = "<xml><MsgType>text</MsgType><Content>你好</Content></xml>";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<Callback> taken = new ArrayList<>();

    @AutoClose
    private final CallbackServer server = new CallbackServer();

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
                bad("stale", s -> s.post(stale), 403, Reason.STALE),
                bad("another corp", s -> s.post(otherCorp), 403, Reason.OTHER_RECEIVER),
                bad("another key", s -> s.post(otherKey), 400, Reason.DECRYPTION),
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
        server.post(otherKey);

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
