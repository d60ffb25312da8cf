package com.wecomesb.connector.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.RequestSignature.Place;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSignatureTest extends SignedRequests {

    /** The example of <a href="https://open.taobao.com/doc.htm?docId=101617&docType=1">Taobao's open platform</a>. */
    @Test
    void signsSortedParametersAsTaobaoDoes() {
        // Given
        Map<String, MomentText> with = new LinkedHashMap<>();
        with.put("method", text("taobao.item.seller.get"));
        with.put("app_key", text("{appKey}"));
        with.put("session", text("test"));
        with.put("timestamp", text("{now:yyyy-MM-dd HH:mm:ss}"));
        with.put("format", text("json"));
        with.put("v", text("2.0"));
        with.put("sign_method", text("md5"));
        with.put("fields", text("num_iid,title,nick,price,num"));
        RequestSignature signature = signature(
                SignatureAlgorithm.MD5,
                "{secret}{params}{secret}",
                Place.PARAMETERS,
                SignatureEncoding.UPPER_HEX,
                with);
        // When
        HttpCall signed = signed(signature, CALL);
        // Then
        assertThat(signed.query())
                .contains(
                        new Parameter("timestamp", "2016-01-01 12:00:00"),
                        new Parameter("sign", "66987CB115214E59E6EC978214934FB8"));
    }

    /** RFC 4231, test case 2. */
    @Test
    void signsABodyWithAKeyAndSaysSoInAHeader() {
        // Given
        RequestSignature signature =
                signature(SignatureAlgorithm.HMAC_SHA256, "{body}", Place.HEADERS, SignatureEncoding.HEX, Map.of());
        HttpCall call = HttpCall.of("POST", "https://gw.example.com/a", new Payload.Form(List.of()))
                .withPayload(raw("what do ya want for nothing?"));
        // When
        HttpCall signed = new RequestSignature(
                        signature.algorithm(),
                        new SettingsText("Jefe"),
                        signature.over(),
                        signature.pair(),
                        signature.join(),
                        Place.HEADERS,
                        new SettingsText("X-Signature"),
                        signature.encoding(),
                        Map.of())
                .sign(call, session(), null)
                .call();
        // Then
        assertThat(signed.headers())
                .containsEntry("X-Signature", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static Payload raw(String text) {
        return new Payload.Json(
                JsonNodeFactory.instance.rawValueNode(new com.fasterxml.jackson.databind.util.RawValue(text)));
    }

    @Test
    void addsToTheFormOrToTheObjectThatIsSent() {
        // Given
        Map<String, MomentText> with = Map.of("app_key", text("{appKey}"));
        HttpCall form =
                CALL.withPayload(new Payload.Form(List.of(new Parameter("b", "2"), new Parameter("empty", ""))));
        HttpCall json = CALL.withPayload(
                new Payload.Json(JsonNodeFactory.instance.objectNode().put("b", 2)));
        // When
        HttpCall signedForm = signed(
                signature(
                        SignatureAlgorithm.SHA256,
                        "{params}&key={secret}",
                        Place.PARAMETERS,
                        SignatureEncoding.HEX,
                        with),
                form);
        HttpCall signedJson = signed(
                signature(
                        SignatureAlgorithm.HMAC_MD5,
                        "{method}{path}{params}",
                        Place.BODY,
                        SignatureEncoding.BASE64,
                        with),
                json);
        // Then
        assertThat(body(signedForm))
                .startsWith("b=2&empty=&app_key=12345678&sign=")
                .hasSize(33 + 64);
        assertThat(signedForm.query()).isEqualTo(CALL.query());
        assertThat(body(signedJson)).matches("\\{\"b\":2,\"app_key\":\"12345678\",\"sign\":\"[A-Za-z0-9+/]{22}==\"}");
    }

    @Test
    void usesAnotherNonceForEachRequest() {
        // Given
        RequestSignature signature = signature(
                SignatureAlgorithm.HMAC_SHA1,
                "{params}",
                Place.PARAMETERS,
                SignatureEncoding.HEX,
                Map.of("n", text("{nonce}")));
        // Then
        assertThat(signed(signature, CALL).query())
                .isNotEqualTo(signed(signature, CALL).query());
        assertThat(new MomentText("{now}/{nowMillis}/{appKey}").fill(Map.of("appKey", "k"), Instant.ofEpochSecond(7)))
                .isEqualTo("7/7000/k");
    }

    private HttpCall signed(RequestSignature signature, HttpCall call) {
        return signature.sign(call, session(), null).call();
    }

    private Session session() {
        return session(Map.of("appKey", "12345678", "appSecret", "helloworld"));
    }

    private static String body(HttpCall call) {
        byte[] body = call.payload().bytes();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
