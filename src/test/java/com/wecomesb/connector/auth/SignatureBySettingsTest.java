package com.wecomesb.connector.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wecomesb.connector.auth.RequestSignature.Place;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures whose way is told by settings. */
class SignatureBySettingsTest extends SignedRequests {

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
}
