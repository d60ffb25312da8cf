package com.wecomesb.connector;

import static com.wecomesb.connector.StubConnector.READ;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step {@code system:} of a Kamelet sends, and what it makes of the answer. */
class SystemStepTest {

    @AutoClose
    private final StubConnector connector = new StubConnector();

    private final StubSystem stub = connector.stub();

    @Test
    void keepsEveryCharacterOfAnExpression() {
        // Given
        stub.answerAlways(Reply.ok("{\"tickets\": [{\"id\": 1}, {\"id\": 2}]}"));
        // When
        JsonNode answer = connector.call("""
                path: "/search/{document.id}/x y"
                query: '{"q": "a+b & c=d%41#e?" + $document.id, "n": 1 + 1, "tags": ["甲", "乙"], "no": null}'
                body: |
                  {
                    "outer": {"inner": {"text": "100% + 1 & more (x) )", "list": []}},
                    "sum": 1 + 2
                  }
                answer: 'the-one([for (.tickets) . if (.id == 2)])'
                """);
        // Then
        assertThat(stub.calls())
                .containsExactly(
                        "POST /search/%E5%8D%95%2F1/x%20y?q=a%2Bb%20%26%20c%3Dd%2541%23e%3F%E5%8D%95%2F1&n=2&tags=%E7%94%B2&tags=%E4%B9%99");
        assertThat(stub.requests.get(0).body())
                .isEqualTo("{\"outer\":{\"inner\":{\"text\":\"100% + 1 & more (x) )\",\"list\":[]}},\"sum\":3}");
        assertThat(stub.requests.get(0).header("Content-type")).isEqualTo("application/json");
        assertThat(answer.path("id").asInt()).isEqualTo(2);
    }

    @Test
    void sendsFormsAndFilesWithChineseNames() {
        // Given
        stub.answerAlways(Reply.ok("{\"ok\": true}"));
        // When
        connector.call("path: /a\nform: '{\"text\": \"退 货\", \"n\": [1, 2]}'");
        connector.call(
                "path: /b\nmultipart: '{\"note\": \"𠮷\", \"file\": {\"filename\": \"收据.png\", \"type\": \"image/png\", \"base64\": \"5pS25o2u\"}}'");
        // Then
        assertThat(stub.requests.get(0).body()).isEqualTo("text=%E9%80%80+%E8%B4%A7&n=1&n=2");
        assertThat(stub.requests.get(1).header("Content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(stub.requests.get(1).body())
                .contains("name=\"note\"", "\r\n\r\n𠮷\r\n", "filename=\"收据.png\"", "image/png\r\n\r\n收据\r\n");
    }

    @Test
    void sendsTheBytesOfAFileAsTheyAre() {
        // Given
        stub.answerAlways(Reply.ok("{\"ok\": true}"));
        // When
        connector.call("path: /c\nfile: '{\"type\": \"image/png\", \"base64\": \"5pS25o2u\"}'");
        connector.call("path: /d\nfile: '{\"content\": \"退货\"}'");
        // Then
        assertThat(stub.calls()).containsExactly("POST /c", "POST /d");
        assertThat(stub.requests).extracting(StubSystem.Request::body).containsExactly("收据", "退货");
        assertThat(stub.requests)
                .extracting(request -> request.header("Content-type"))
                .containsExactly("image/png", "application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 422})
    void saysForWhichFilesARequestMayHaveBeenRefused(int status) {
        // Given
        stub.answerAlways(new Reply(status, Map.of(), "<html>"));
        // When
        ConnectorFailed failed = connector.failure("path: /c\neffect: true\nbody: $document\ncarries: '[\"收据.png\"]'");
        ConnectorFailed without = connector.failure("path: /c\neffect: true\nbody: $document\ncarries: '[]'");
        // Then
        assertThat(failed).isInstanceOfSatisfying(FilesRefused.class, refused -> {
            assertThat(refused.names()).containsExactly("收据.png");
            assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
        });
        assertThat(without).isNotInstanceOf(FilesRefused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 504})
    void aSystemThatIsBusyRefusesNoFiles(int status) {
        // Given
        stub.answerAlways(new Reply(status, Map.of(), ""));
        // When
        ConnectorFailed failed = connector.failure("path: /c\nbody: $document\ncarries: '[\"收据.png\"]'");
        // Then
        assertThat(failed).isNotInstanceOf(FilesRefused.class);
        assertThat(failed.kind()).isIn(Kind.RETRY, Kind.THROTTLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"5pS25o2u\"", "{\"type\": \"image/png\"}", "{\"base64\": \"?\"}"})
    void sendsNothingWhereAFileShouldBeAndIsNone(String file) {
        // When
        ConnectorFailed failed = connector.failure("path: /c\neffect: true\nfile: '" + file + "'");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("参数 file");
        assertThat(stub.requests).isEmpty();
    }

    @Test
    void saysThatAVariableIsNotSet() {
        // When
        ConnectorFailed failed = connector.failure("path: /orders\nquery: '{\"since\": $cursr}'");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("$cursr");
        assertThat(stub.requests).isEmpty();
    }

    @Test
    void showsASettingToExpressionsUnlessItIsSecret() {
        // Given
        connector.says("""
                properties:
                  shop: {title: 店, description: 店的编号, default: "7"}
                  apiKey: {title: 密钥, description: 密钥, secret: true}
                """);
        connector.set("api-key", "k3y");
        stub.answerAlways(Reply.ok("{}"));
        // When
        connector.call("path: '/shops/{config.shop}'\nquery: '{\"key\": $config.apiKey, \"shop\": $config.shop}'");
        // Then
        assertThat(stub.calls()).containsExactly("GET /shops/7?shop=7");
    }

    @Test
    void changesARecordOnlyInTheVersionThatWasRead() {
        // Given
        stub.misbehave(request -> request.method().equals("GET")
                ? new Reply(200, Map.of("ETag", "\"7\""), "{\"id\": 1}")
                : Reply.of(412, ""));
        // When
        ConnectorFailed failed = connector.failure(
                READ + "\netag: true", "method: PUT\npath: /orders/1\nbody: .\nifMatch: $etag\neffect: true");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(stub.requests.get(1).header("If-match")).isEqualTo("\"7\"");
    }

    @Test
    void refusesWhatWasReadBackOtherwise() {
        // Given
        stub.answerAlways(Reply.ok("{\"id\": 1, \"name\": \"王芳\"}"));
        // When
        ConnectorFailed failed = connector.failure(READ + "\nanswer: .name\nconfirm: '. == \"王芳芳\"'");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("读回来");
    }
}
