package com.wecomesb.connector.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.RequestSignature.Place;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import com.wecomesb.time.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {

    private static final HttpCall CALL =
            HttpCall.get("https://gw.example.com/router/rest").withQuery(List.of(new Parameter("num_iid", "11223344")));

    private final Tokens tokens = new Tokens(new MutableClock(Instant.parse("2016-01-01T04:00:00Z")));

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

    /** WeChat Pay's way (name=value joined by &, the key at the end, upper case), said by settings alone. */
    @Test
    void isToldBySettingsHowToSign() {
        // Given
        Map<String, String> settings = Map.of(
                "how",
                "md5",
                "text",
                "{params}&key={secret}",
                "one",
                "{name}={value}",
                "between",
                "&",
                "name",
                "sign",
                "written",
                "upper-hex",
                "secret",
                "192006250b4c09247ec02edce69f6a2d",
                "when",
                "{now}");
        Map<SettingsText, MomentText> with = new LinkedHashMap<>();
        with.put(new SettingsText("{unset}"), text("{when}"));
        with.put(new SettingsText("appid"), text("wxd930ea5d5a258f4f"));
        RequestSignature signature = new RequestSignature(
                new SettingsText("{how}"),
                new SettingsText("{secret}"),
                new SettingsText("{text}"),
                new SettingsText("{one}"),
                new SettingsText("{between}"),
                Place.PARAMETERS,
                new SettingsText("{name}"),
                new SettingsText("{written}"),
                with);
        HttpCall call = HttpCall.get("https://gw.example.com/pay")
                .withQuery(List.of(
                        new Parameter("mch_id", "10000100"),
                        new Parameter("device_info", "1000"),
                        new Parameter("body", "test"),
                        new Parameter("nonce_str", "ibuaiVcKdpRxkhJA")));
        // When
        HttpCall signed = signature.sign(call, session(settings), null).call();
        // Then
        assertThat(signed.query()).hasSize(6).contains(new Parameter("sign", "9A0A8659F005D6984697E2CA0A9CF3B7"));
    }

    @Test
    void saysWhichSettingIsNoWordOrNoTime() {
        // Given
        RequestSignature signature = signature(
                SignatureAlgorithm.MD5,
                "{params}{secret}",
                Place.PARAMETERS,
                SignatureEncoding.HEX,
                Map.of("t", text("{when}")));
        RequestSignature unknown = new RequestSignature(
                new SettingsText("{how}"),
                signature.secret(),
                signature.over(),
                signature.pair(),
                signature.join(),
                Place.PARAMETERS,
                signature.into(),
                signature.encoding(),
                Map.of());
        // Then
        assertThatThrownBy(() -> unknown.sign(CALL, session(Map.of("how", "crc32")), null))
                .hasMessageContaining("how")
                .hasMessageContaining("hmac-sha256")
                .hasMessageNotContaining("crc32");
        assertThatThrownBy(() -> signature.sign(CALL, session(Map.of("when", "{now:nonsense}")), null))
                .hasMessageContaining("日期格式");
    }

    private HttpCall signed(RequestSignature signature, HttpCall call) {
        return signature.sign(call, session(), null).call();
    }

    private Session session() {
        return session(Map.of("appKey", "12345678", "appSecret", "helloworld"));
    }

    private Session session(Map<String, String> settings) {
        return new Session(
                settings,
                call -> {
                    throw new IllegalStateException("no call is needed");
                },
                tokens);
    }

    private static RequestSignature signature(
            SignatureAlgorithm algorithm,
            String over,
            Place place,
            SignatureEncoding encoding,
            Map<String, MomentText> with) {
        return new RequestSignature(
                new SettingsText(algorithm.word()),
                new SettingsText("{appSecret}"),
                new SettingsText(over),
                new SettingsText("{name}{value}"),
                new SettingsText(""),
                place,
                new SettingsText("sign"),
                new SettingsText(encoding.word()),
                named(with));
    }

    private static Map<SettingsText, MomentText> named(Map<String, MomentText> with) {
        Map<SettingsText, MomentText> named = new LinkedHashMap<>();
        with.forEach((name, value) -> named.put(new SettingsText(name), value));
        return named;
    }

    private static MomentText text(String text) {
        return new MomentText(text);
    }

    private static String body(HttpCall call) {
        byte[] body = call.payload().bytes();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
