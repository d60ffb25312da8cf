package com.wecomesb.wecom.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import com.wecomesb.wecom.callback.Vectors.Vector;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallbackCryptoTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String CORP = "ww1436e0e65a779aee";
    private static final CallbackCrypto CRYPTO = new CallbackCrypto("bridgeTestToken01", KEY, CORP);

    @ParameterizedTest
    @MethodSource("com.wecomesb.wecom.callback.Vectors#all")
    void opensWhatOthersHaveSealed(Vector vector) throws CallbackRejected {
        assertThat(vector.crypto().open(vector.sealed())).isEqualTo(vector.plaintext());
    }

    @ParameterizedTest
    @MethodSource("com.wecomesb.wecom.callback.Vectors#all")
    void sealsSoThatItCanBeOpened(Vector vector) throws CallbackRejected {
        // When
        SealedCallback sealed = vector.crypto().seal(vector.plaintext(), vector.timestamp(), vector.nonce());

        // Then
        assertThat(vector.crypto().open(sealed)).isEqualTo(vector.plaintext());
    }

    @Test
    void opensWhatWxJavaHasSealed() throws CallbackRejected {
        // Given
        var sealed = wxJava().encryptContext("<xml><Content>你好👋</Content></xml>");

        // When
        String opened = CRYPTO.open(new SealedCallback(
                sealed.getSignature(), sealed.getTimeStamp(), sealed.getNonce(), sealed.getEncrypt()));

        // Then
        assertThat(opened).isEqualTo("<xml><Content>你好👋</Content></xml>");
    }

    @Test
    void sealsWhatWxJavaOpens() {
        // Given
        SealedCallback sealed = CRYPTO.seal("<xml><Content>你好👋</Content></xml>", "1476422779", "1597212914");

        // When
        String opened =
                wxJava().decryptXml(sealed.signature(), sealed.timestamp(), sealed.nonce(), sealed.asRequest(CORP, 1));

        // Then
        assertThat(opened).isEqualTo("<xml><Content>你好👋</Content></xml>");
    }

    @ParameterizedTest
    @MethodSource("altered")
    void refusesWhatWasAltered(Vector vector, SealedCallback altered, Reason reason) {
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> vector.crypto().open(altered))
                .matches(rejected -> rejected.reason() == reason);
    }

    static Stream<Arguments> altered() {
        Vector nonce = Vectors.named("wechatpy-verify-url");
        Vector digit = Vectors.named("go-workwx-verify-url");
        return Stream.of(
                argumentSet(
                        "another nonce",
                        nonce,
                        new SealedCallback(nonce.msgSignature(), nonce.timestamp(), "437374424", nonce.encrypt()),
                        Reason.SIGNATURE),
                argumentSet(
                        "last digit of the signature",
                        digit,
                        new SealedCallback(
                                "1ba3cb09c0d2c2b3ed6900d37f91a6efae6cb010",
                                digit.timestamp(),
                                digit.nonce(),
                                digit.encrypt()),
                        Reason.SIGNATURE),
                argumentSet("no signature", digit, new SealedCallback("", "", "", digit.encrypt()), Reason.SIGNATURE));
    }

    @Test
    void refusesAnotherReceiver() {
        // Given
        Vector vector = Vectors.named("go-workwx-message-text");
        CallbackCrypto other = new CallbackCrypto(vector.token(), vector.encodingAesKey(), "ww0000000000000000");

        // Then
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> other.open(vector.sealed()))
                .matches(rejected -> rejected.reason() == Reason.OTHER_RECEIVER);
    }

    @Test
    void refusesWhatWasEncryptedWithAnotherKey() {
        // Given
        CallbackCrypto other = new CallbackCrypto("bridgeTestToken01", KEY.replace('a', 'b'), CORP);

        // Then
        assertThatExceptionOfType(CallbackRejected.class)
                .isThrownBy(() -> CRYPTO.open(other.seal("hello", "1", "2")))
                .matches(rejected -> rejected.reason() == Reason.DECRYPTION);
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesTokensAndKeysThatWecomDoesNotGive(String token, String key, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallbackCrypto(token, key, CORP))
                .withMessageContaining(problem)
                .withMessageNotContaining("abcdefg");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                argumentSet("key too short", "token", KEY.substring(1), "42 characters"),
                argumentSet("key too long", "token", KEY + "H", "44 characters"),
                argumentSet("key with padding", "token", KEY.substring(1) + "=", "some of them neither"),
                argumentSet("key with a sign", "token", KEY.substring(1) + "$", "some of them neither"),
                argumentSet("no token", "", KEY, "the token"),
                argumentSet("token too long", "t".repeat(33), KEY, "33 characters"),
                argumentSet("token with a space", "to ken", KEY, "the token"));
    }

    @Property
    void opensWhatItSealed(@ForAll byte[] bytes) throws CallbackRejected {
        // Given
        String plaintext = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);

        // Then
        assertThat(CRYPTO.open(CRYPTO.seal(plaintext, "1476422779", "n"))).isEqualTo(plaintext);
    }

    @Property
    void refusesAnyCiphertextThatItDidNotMake(@ForAll @Size(max = 200) byte[] bytes) {
        // Given
        String encrypt = java.util.Base64.getEncoder().encodeToString(bytes);

        // Then
        assertThatExceptionOfType(CallbackRejected.class).isThrownBy(() -> CRYPTO.decrypt(encrypt));
    }

    @Test
    void opensForManyThreadsAtOnce() {
        // Given
        List<SealedCallback> sealed = IntStream.range(0, 500)
                .mapToObj(number -> CRYPTO.seal("message " + number, "1476422779", "n" + number))
                .toList();

        // When
        List<CompletableFuture<String>> opened = sealed.stream()
                .map(callback -> CompletableFuture.supplyAsync(() -> open(callback)))
                .toList();

        // Then
        for (int number = 0; number < opened.size(); number++) {
            assertThat(opened.get(number))
                    .succeedsWithin(java.time.Duration.ofSeconds(5))
                    .isEqualTo("message " + number);
        }
    }

    private static String open(SealedCallback callback) {
        try {
            return CRYPTO.open(callback);
        } catch (CallbackRejected rejected) {
            throw new IllegalStateException(rejected);
        }
    }

    private static WxCpCryptUtil wxJava() {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setToken("bridgeTestToken01");
        config.setAesKey(KEY);
        config.setCorpId(CORP);
        return new WxCpCryptUtil(config);
    }
}
