package com.wecomesb.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.RunningSandbox;
import com.wecomesb.sandbox.SandboxDefaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, limits and error codes of the simulated WeCom API. */
class WecomDoorIT {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start(
                "esb.sandbox.limits.base-per-minute=20", "esb.sandbox.limits.wrong-secrets-per-hour=3");
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static JsonNode getToken(String query) {
        return sandbox.send("GET", "/sandbox/wecom/cgi-bin/gettoken?" + query, "")
                .json();
    }

    private static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt();
    }

    @Test
    void namesWhatIsWrongWithTheCredentials() {
        // When / Then
        assertThat(errcode(getToken("corpsecret=x"))).isEqualTo(41002);
        assertThat(errcode(getToken("corpid=" + SandboxDefaults.CORP_ID))).isEqualTo(41004);
        assertThat(errcode(getToken("corpid=wwother&corpsecret=x"))).isEqualTo(40013);
        assertThat(errcode(getToken("corpid=" + SandboxDefaults.CORP_ID + "&corpsecret=x")))
                .isEqualTo(40001);
    }

    @Test
    void shutsOutWhoGuessesSecretsForAnHour() {
        // Given
        String wrong = "corpid=" + SandboxDefaults.CORP_ID + "&corpsecret=guess";
        for (int i = 0; i < 4; i++) {
            getToken(wrong);
        }

        // When
        int blocked =
                errcode(getToken("corpid=" + SandboxDefaults.CORP_ID + "&corpsecret=" + SandboxDefaults.APP_SECRET));
        sandbox.advance(Duration.ofMinutes(61));
        int later =
                errcode(getToken("corpid=" + SandboxDefaults.CORP_ID + "&corpsecret=" + SandboxDefaults.APP_SECRET));

        // Then
        assertThat(blocked).isEqualTo(45009);
        assertThat(later).isZero();
    }

    @Test
    void tellsMissingInvalidAndExpiredTokensApart() {
        // Given
        String token = sandbox.token(SandboxDefaults.APP_SECRET);

        // When
        int missing = errcode(sandbox.wecom("getcallbackip", "", ""));
        int invented = errcode(sandbox.wecom("getcallbackip", "", "invented"));
        sandbox.advance(Duration.ofSeconds(7201));
        int expired = errcode(sandbox.wecom("getcallbackip", "", token));

        // Then
        assertThat(missing).isEqualTo(41001);
        assertThat(invented).isEqualTo(40014);
        assertThat(expired).isEqualTo(42001);
    }

    @Test
    void givesAnotherTokenAfterAllHaveExpired() {
        // Given
        String old = sandbox.token(SandboxDefaults.APP_SECRET);

        // When
        sandbox.turn("wecom", "expire-tokens");

        // Then
        assertThat(errcode(sandbox.wecom("getcallbackip", "", old))).isEqualTo(42001);
        assertThat(sandbox.token(SandboxDefaults.APP_SECRET)).isNotEqualTo(old);
        assertThat(errcode(sandbox.wecom("getcallbackip", ""))).isZero();
    }

    @Test
    void wordsErrorsAsWecomDoes() {
        // When
        JsonNode answer = sandbox.wecom("getcallbackip", "", "invented");

        // Then
        assertThat(answer.path("errmsg").asText())
                .matches("invalid access_token, hint: \\[[0-9]+], from ip: 127\\.0\\.0\\.1, more info at "
                        + "https://open\\.work\\.weixin\\.qq\\.com/devtool/query\\?e=40014");
    }

    @Test
    void blocksAPathForAMinuteWhenItIsCalledTooOften() {
        // Given
        for (int i = 0; i < 20; i++) {
            sandbox.wecom("getcallbackip", "");
        }

        // When
        int tooMany = errcode(sandbox.wecom("getcallbackip", ""));
        int other = errcode(sandbox.wecom("get_api_domain_ip", ""));
        sandbox.advance(Duration.ofSeconds(61));
        int later = errcode(sandbox.wecom("getcallbackip", ""));

        // Then
        assertThat(tooMany).isEqualTo(45009);
        assertThat(other).isZero();
        assertThat(later).isZero();
    }

    @Test
    void throttlesSendsOnlyWhileItsSwitchSaysSo() {
        // Given
        Map<String, Object> message = Map.of(
                "touser",
                "lisi",
                "agentid",
                SandboxDefaults.AGENT_ID,
                "msgtype",
                "text",
                "text",
                Map.of("content", "在吗"));

        // When
        sandbox.turn("wecom", "throttled");
        int throttled = errcode(sandbox.wecom("message/send", message));
        int read = errcode(sandbox.wecom("getcallbackip", ""));
        sandbox.turn("wecom", "ok");
        int free = errcode(sandbox.wecom("message/send", message));

        // Then
        assertThat(throttled).isEqualTo(45009);
        assertThat(read).isZero();
        assertThat(free).isZero();
    }

    @Test
    void refusesWhatIsNoJson() {
        // When
        JsonNode answer = sandbox.wecom("message/send", "{\"touser\":");

        // Then
        assertThat(errcode(answer)).isEqualTo(40035);
        assertThat(answer.path("errmsg").asText()).contains("Warning: wrong json format.");
    }

    @Test
    void knowsNoOtherPaths() {
        // When
        var answer = sandbox.send("GET", "/sandbox/wecom/cgi-bin/user/destroy_all?access_token=x", "");

        // Then
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void keepsAnUploadedMedia() {
        // Given
        String token = sandbox.token(SandboxDefaults.APP_SECRET);
        String form = "--B\r\nContent-Disposition: form-data; name=\"media\"; filename=\"bill.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nsix bytes and more\r\n--B--\r\n";

        // When
        JsonNode uploaded = sandbox.send(
                        "POST",
                        "/sandbox/wecom/cgi-bin/media/upload?type=file&access_token=" + token,
                        form,
                        "Content-Type",
                        "multipart/form-data; boundary=B")
                .json();
        var media = sandbox.send(
                "GET",
                "/sandbox/wecom/cgi-bin/media/get?access_token=" + token + "&media_id="
                        + uploaded.path("media_id").asText(),
                "");

        // Then
        assertThat(uploaded.path("created_at").isTextual()).isTrue();
        assertThat(media.http().body()).isEqualTo("six bytes and more");
        assertThat(media.http().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"bill.txt\"");
    }

    @ParameterizedTest
    @CsvSource({
        "image, hello and more, 40004",
        "voice, #!AMR and more, 0",
        "voice, hello and more, 40004",
        "video, 1234ftyp and more, 0",
        "video, hello and more, 40004",
        "file, hello, 40006",
        "file, hello!, 0",
        "poster, hello and more, 40005"
    })
    void takesMediaAsWecomDoes(String type, String content, int errcode) {
        // Given
        String token = sandbox.token(SandboxDefaults.APP_SECRET);
        String form = "--B\r\nContent-Disposition: form-data; name=\"media\"; filename=\"退货.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--B--\r\n";

        // When
        JsonNode uploaded = sandbox.send(
                        "POST",
                        "/sandbox/wecom/cgi-bin/media/upload?type=" + type + "&access_token=" + token,
                        form,
                        "Content-Type",
                        "multipart/form-data; boundary=B")
                .json();

        // Then
        assertThat(errcode(uploaded)).isEqualTo(errcode);
    }

    @Test
    void answersAnUnknownMediaWithAnError() {
        // When / Then
        assertThat(errcode(sandbox.wecom("media/get?media_id=gone", ""))).isEqualTo(40007);
    }
}
