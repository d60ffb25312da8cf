package com.wecomesb.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Webhook sections of connector files that cannot work. */
class WebhookMistakesTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("no signature", "records: '[]'", "要写 signature"),
                argumentSet(
                        "unknown algorithm",
                        "{signature: {algorithm: hmac-sha265, header: X, secrets: ['{a}']}, records: '[]'}",
                        "hmac-sha256"),
                argumentSet(
                        "a digest without secret",
                        "{signature: {algorithm: md5, over: '{body}', header: X, secrets: ['{a}']}, records: '[]'}",
                        "{secret}"),
                argumentSet(
                        "a body that is not signed",
                        "{signature: {algorithm: hmac-sha256, over: '{url}', header: X, secrets: ['{a}']}, records: '[]'}",
                        "{body}"),
                argumentSet(
                        "a time that is not signed",
                        "{signature: {algorithm: hmac-sha256, header: X, secrets: ['{a}']}, timestamp: {header: T}, records: '[]'}",
                        "{timestamp}"),
                argumentSet(
                        "a secret in the file",
                        "{signature: {algorithm: hmac-sha256, header: X, secrets: [abc]}, records: '[]'}",
                        "写属性的名字"),
                argumentSet(
                        "nowhere", "{signature: {algorithm: hmac-sha256, secrets: ['{a}']}, records: '[]'}", "签名在哪里"),
                argumentSet(
                        "a wrong expression",
                        "{signature: {algorithm: token, header: X, secrets: ['{a}']}, records: '[for'}",
                        "JSLT"),
                argumentSet("no records", "signature: {algorithm: token, header: X, secrets: ['{a}']}", "要写 records"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakenSectionIsExplained(String yaml, String words) {
        // Given
        Mistakes mistakes = new Mistakes();

        // When
        var section =
                YamlFile.read("x.connector.yaml", yaml, mistakes).flatMap(root -> WebhookSection.read(root, mistakes));

        // Then
        assertThat(section).isEmpty();
        assertThat(mistakes.list()).anySatisfy(mistake -> {
            assertThat(mistake.toString()).contains(words);
            assertThat(mistake.line()).isPositive();
        });
    }
}
