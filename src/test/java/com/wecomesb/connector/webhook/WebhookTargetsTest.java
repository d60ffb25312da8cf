package com.wecomesb.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistakes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

class WebhookTargetsTest {

    private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String URL_MISTAKE = "esb.webhooks.erp.url: 要写对方的完整地址,例如 https://crm.example.com/hooks/wecom";
    private static final String SECRET_MISTAKE = "esb.webhooks.erp.secret: 要写 whsec_ 加 Base64 的密钥(24 到 64 字节),双方各存一份";

    private final Mistakes mistakes = new Mistakes();

    static Stream<Arguments> whatPeopleConfigureWrongly() {
        return Stream.of(
                argumentSet("no address", "", SECRET, URL_MISTAKE),
                argumentSet("an address without its scheme", "crm.example.com/hooks", SECRET, URL_MISTAKE),
                argumentSet("another scheme", "file:///etc/passwd", SECRET, URL_MISTAKE),
                argumentSet("an address with a password", "https://u:p@crm.example.com/", SECRET, URL_MISTAKE),
                argumentSet("an address with blanks", "https://crm.example.com/a b", SECRET, URL_MISTAKE),
                argumentSet("no secret", "https://crm.example.com/", "", SECRET_MISTAKE),
                argumentSet("a secret without its prefix", "https://crm.example.com/", "abc", SECRET_MISTAKE),
                argumentSet("a secret that is too short", "https://crm.example.com/", "whsec_YWJj", SECRET_MISTAKE),
                argumentSet("a secret that is no Base64", "https://crm.example.com/", "whsec_???", SECRET_MISTAKE));
    }

    @ParameterizedTest
    @MethodSource
    void whatPeopleConfigureWrongly(String url, String secret, String mistake) {
        // When
        WebhookTargets targets = read(url, secret);

        // Then
        assertThat(targets.names()).isEmpty();
        assertThat(mistakes.list())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains(mistake);
    }

    @Test
    void neitherAddressNorSecretIsEverPrinted() {
        // When
        WebhookTargets targets = read("https://crm.example.com/?key=hidden", SECRET);

        // Then
        assertThat(targets.find("erp")).hasToString("Optional[WebhookTarget[erp]]");
        assertThat(new WebhookSettings.Target("https://crm.example.com/?key=hidden", SECRET))
                .hasToString("Target");
    }

    private WebhookTargets read(String url, String secret) {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("esb.webhooks.erp.url", url)
                .withProperty("esb.webhooks.erp.secret", secret);
        return WebhookTargets.read(settings, mistakes);
    }
}
