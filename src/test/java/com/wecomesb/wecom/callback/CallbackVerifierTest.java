package com.wecomesb.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import com.wecomesb.wecom.callback.CallbackVerifier.Verified;
import com.wecomesb.wecom.callback.Vectors.Vector;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final WecomSettings.App APP = app("ww1436e0e65a779aee", "bridgeTestToken01", KEY);
    private static final CallbackCrypto CRYPTO = new CallbackCrypto("bridgeTestToken01", KEY, "ww1436e0e65a779aee");

    @ParameterizedTest
    @MethodSource("com.wecomesb.wecom.callback.Vectors#all")
    void acceptsWhatWasSentAtItsTime(Vector vector) throws CallbackRejected {
        // Given
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(vector.timestamp()));
        CallbackVerifier verifier =
                verifier(app(vector.receiveId(), vector.token(), vector.encodingAesKey()), sentAt.plusSeconds(3));
        String query = vector.sealed().asQuery();

        // When
        Verified verified = vector.kind().equals("verify")
                ? verifier.echo("service", query + "&echostr=" + URLEncoder.encode(vector.encrypt(), UTF_8))
                : verifier.message("service", query, vector.sealed().asRequest(vector.receiveId(), 1));

        // Then
        assertThat(verified.callback().xml()).isEqualTo(vector.plaintext());
        assertThat(verified.clockOff()).isEqualTo(Duration.ofSeconds(-3));
    }

    @Test
    void takesAPlusInTheQueryForAPlus() throws CallbackRejected {
        // Given
        Vector vector = Vectors.named("tencent-sample-verify-url");
        CallbackVerifier verifier = verifier(
                app(vector.receiveId(), vector.token(), vector.encodingAesKey()), Instant.ofEpochSecond(1409659589));

        // When
        Verified verified = verifier.echo("service", vector.sealed().asQuery() + "&echostr=" + vector.encrypt());

        // Then
        assertThat(vector.encrypt()).contains("+");
        assertThat(verified.callback().xml()).isEqualTo(vector.plaintext());
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -601, 601, 86_400})
    void tellsHowManyMinutesTheClockIsOff(long seconds) {
        // Given
        SealedCallback sealed = sealedAt(NOW.plusSeconds(seconds));

        // Then
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> verifier(APP, NOW).message("service", sealed.asQuery(), sealed.asRequest("ww", 1)))
                .matches(rejected -> rejected.reason() == Reason.STALE)
                .withMessageEndingWith("off by " + seconds / 60 + " minutes");
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 0, 600})
    void acceptsWithinTheWindow(long seconds) throws CallbackRejected {
        // Given
        SealedCallback sealed = sealedAt(NOW.plusSeconds(seconds));

        // When
        Verified verified = verifier(APP, NOW).message("service", sealed.asQuery(), sealed.asRequest("ww", 1));

        // Then
        assertThat(verified.callback()).isEqualTo(new Callback("service", APP.corpId(), "hello", NOW));
    }

    @Test
    void saysNothingOfTheClockToThoseWhoCannotSign() {
        // Given
        String query = "msg_signature=0&timestamp=1&nonce=1";

        // Then
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> verifier(APP, NOW).message("service", query, "<xml><Encrypt>a</Encrypt></xml>"))
                .matches(rejected -> rejected.reason() == Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "msg_signature=a&timestamp=1",
                "msg_signature=a&nonce=1",
                "timestamp=1&nonce=1",
                "msg_signature=&timestamp=1&nonce=1",
                "msg_signature=a&timestamp=&nonce=1",
                "msg_signature=a&timestamp=now&nonce=1",
                "msg_signature=a&timestamp=-1&nonce=1",
                "msg_signature=a&timestamp=99999999999999999999&nonce=1",
                "msg_signature=a&timestamp=1&nonce=1&nonce=1",
                "msg_signature=a&timestamp=1&nonce=%zz",
                "msg_signature&timestamp&nonce"
            })
    void refusesMissingRepeatedAndMalformedParameters(String query) {
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> verifier(APP, NOW).message("service", query, "<xml><Encrypt>a</Encrypt></xml>"))
                .matches(rejected -> rejected.reason() == Reason.PARAMETERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml></xml>",
                "<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>",
                "<html><Encrypt>a</Encrypt></html>",
                "<xml><Encrypt>a</Encrypt>"
            })
    void refusesAnEnvelopeWithoutExactlyOneCiphertext(String body) {
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() ->
                        verifier(APP, NOW).message("service", sealedAt(NOW).asQuery(), body))
                .matches(rejected -> rejected.reason() == Reason.NOT_XML);
    }

    @Property
    void givesNothingButARefusalForRandomBytes(@ForAll byte[] query, @ForAll byte[] body) {
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> verifier(APP, NOW).message("service", text(query), text(body)));
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() ->
                        verifier(APP, NOW).message("service", sealedAt(NOW).asQuery(), text(body)));
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> verifier(APP, NOW).echo("service", text(query)));
    }

    @Property
    void refusesEveryCallbackWithOneByteChanged(@ForAll int where, @ForAll byte to) {
        // Given
        SealedCallback sealed = CRYPTO.seal("hello", Long.toString(NOW.getEpochSecond()), "n");
        byte[] encrypt = sealed.encrypt().getBytes(UTF_8);
        int changed = Math.floorMod(where, encrypt.length);
        encrypt[changed] = encrypt[changed] == to ? (byte) (to + 1) : to;
        String body = "<xml><Encrypt><![CDATA[" + text(encrypt) + "]]></Encrypt></xml>";

        // Then
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> verifier(APP, NOW).message("service", sealed.asQuery(), body));
    }

    @Test
    void listsAllUnusableKeysAtOnce() {
        // Given
        WecomSettings settings = settings(Map.of(
                "a", app("ww1", "bad token", KEY),
                "b", app("ww2", "token", "short"),
                "c", app("ww3", "token", KEY)));

        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> new CallbackApps(settings))
                .withMessageContaining("esb.wecom.apps.a: the token")
                .withMessageContaining("esb.wecom.apps.b: the EncodingAESKey")
                .withMessageNotContaining("esb.wecom.apps.c");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static SealedCallback sealedAt(Instant time) {
        return CRYPTO.seal("hello", Long.toString(time.getEpochSecond()), "1597212914");
    }

    private static CallbackVerifier verifier(WecomSettings.App app, Instant now) {
        return new CallbackVerifier(
                new CallbackApps(settings(Map.of("service", app))),
                Duration.ofMinutes(10),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static WecomSettings.App app(String corpId, String token, String key) {
        return new WecomSettings.App(corpId, 1000002, null, token, key, "testers");
    }

    private static WecomSettings settings(Map<String, WecomSettings.App> apps) {
        return new WecomSettings(
                URI.create("https://qyapi.weixin.qq.com"), Duration.ofMinutes(10), Duration.ofSeconds(10), apps);
    }
}
