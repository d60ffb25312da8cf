package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.kit.Capture.Sent;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KitCredentialsTest {

    private static final Map<String, String> SETTINGS =
            Map.of("url", "http://kit", "appKey", "k", "appSecret", "s", "field", "sig");
    private static final String SIGNED =
            "sign: {algorithm: md5, secret: '{appSecret}', over: sorted-params, wrap: secret, into: '{field}', "
                    + "with: {app_key: '{appKey}', timestamp: '{now}', nonce: '{nonce}'}, place: ";

    @Test
    void signatureAndWhatGoesWithItAreNotComparedInTheQuery() {
        // Given
        KitCredentials credentials = credentials(SIGNED + "parameters}");
        // When
        RequestShape captured = credentials.shape(get("/t?id=1"));
        RequestShape came = credentials.shape(get("/t?app_key=k&id=1&nonce=n&timestamp=7&sig=ABC"));
        // Then
        assertThat(came).isEqualTo(captured);
        assertThat(credentials.shape(get("/me?app_key=k&sig=A"))).isEqualTo(credentials.shape(get("/me")));
        assertThat(credentials.shape(get("/t?id=2"))).isNotEqualTo(captured);
    }

    @Test
    void theyAreNotComparedInAForm() {
        // Given
        KitCredentials credentials = credentials(SIGNED + "parameters}");
        // Then
        assertThat(credentials.shape(form("title=%E9%80%80&app_key=k&timestamp=7&nonce=n&sig=ABC")))
                .isEqualTo(credentials.shape(form("title=%E9%80%80")));
        assertThat(credentials.missing(form("title=1&app_key=k&timestamp=7&nonce=n&sig=ABC")))
                .isEmpty();
    }

    @Test
    void theyAreNotComparedInAnObjectThatIsSent() {
        // Given
        KitCredentials credentials = credentials(SIGNED + "body}");
        // Then
        assertThat(credentials.shape(json("{\"a\": 1, \"app_key\": \"k\", \"sig\": \"A\"}")))
                .isEqualTo(credentials.shape(json("{\"a\": 1}")));
        assertThat(credentials.missing(json("{\"a\": 1, \"timestamp\": 7, \"nonce\": 1, \"app_key\": \"k\"}")))
                .containsExactly("sig");
    }

    @Test
    void aRequestWithoutThemIsTold() {
        assertThat(credentials(SIGNED + "parameters}").missing(get("/t?id=1")))
                .containsExactlyInAnyOrder("app_key", "nonce", "sig", "timestamp");
        assertThat(credentials(SIGNED + "headers}").missing(get("/t?sig=1")))
                .containsExactlyInAnyOrder("app_key", "nonce", "sig", "timestamp");
        assertThat(credentials("bearer: '{appSecret}'").missing(get("/t"))).containsExactly("authorization");
        assertThat(credentials("query: {name: key, value: '{appSecret}'}").missing(get("/t?key=s")))
                .isEmpty();
    }

    private static KitCredentials credentials(String auth) {
        Mistakes mistakes = new Mistakes();
        String text = """
                connector: own
                title: Own
                kind: ticket
                properties:
                  appKey: {title: t, description: d}
                  appSecret: {title: t, description: d, secret: true}
                  field: {title: t, description: d}
                auth: {""" + auth + "}\n";
        Connectors connectors = new ConnectorFiles()
                .read(
                        List.of(new SourceFile("connectors/own.connector.yaml", text, SourceFile.Origin.COMPANY)),
                        mistakes);
        assertThat(mistakes.list()).isEmpty();
        List<Authentication> ways = connectors.find("own").orElseThrow().auth();
        return KitCredentials.of(ways.get(0), SETTINGS);
    }

    private static Sent get(String target) {
        return new Sent("GET", target, Map.of(), "");
    }

    private static Sent form(String body) {
        return new Sent("POST", "/t", Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
    }

    private static Sent json(String body) {
        return new Sent("POST", "/t", Map.of("Content-Type", "application/json"), body);
    }
}
