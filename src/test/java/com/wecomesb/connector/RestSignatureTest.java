package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.RequestSignature;
import com.wecomesb.connector.auth.Tokens;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.SettingValues;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.time.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The generic REST connector signs by its settings. */
class RestSignatureTest {

    /** The example of <a href="https://open.taobao.com/doc.htm?docId=101617&docType=1">Taobao's open platform</a>. */
    @Test
    void withAKeyAndASecretItSignsAsTaobaoDoes() throws IOException {
        // Given
        Map<String, String> settings = Map.of("sign-app-key", "12345678", "sign-secret", "helloworld");
        HttpCall call = HttpCall.get("https://gw.example.com/router/rest")
                .withQuery(List.of(
                        new Parameter("num_iid", "11223344"),
                        new Parameter("method", "taobao.item.seller.get"),
                        new Parameter("session", "test"),
                        new Parameter("format", "json"),
                        new Parameter("v", "2.0"),
                        new Parameter("sign_method", "md5"),
                        new Parameter("fields", "num_iid,title,nick,price,num")));
        // When
        HttpCall signed = signed(call, settings);
        // Then
        assertThat(signed.query())
                .hasSize(10)
                .contains(
                        new Parameter("app_key", "12345678"),
                        new Parameter("timestamp", "2016-01-01 12:00:00"),
                        new Parameter("sign", "66987CB115214E59E6EC978214934FB8"));
    }

    private static HttpCall signed(HttpCall call, Map<String, String> settings) throws IOException {
        ConnectorDescription rest = rest();
        Map<String, String> values = new HashMap<>(settings);
        values.put("url", "https://gw.example.com");
        Map<String, String> all = SettingValues.of(new ConnectedSystem("shop", SystemKind.SHOP, "rest", values), rest)
                .all();
        Authentication chosen = rest.auth().stream()
                .filter(way -> all.keySet().containsAll(way.needs()))
                .findFirst()
                .orElseThrow();
        assertThat(chosen).isInstanceOf(RequestSignature.class);
        Tokens tokens = new Tokens(new MutableClock(Instant.parse("2016-01-01T04:00:00Z")));
        Session session = new Session(
                all,
                login -> {
                    throw new IllegalStateException("no call is needed");
                },
                tokens);
        return chosen.sign(call, session, null).call();
    }

    private static ConnectorDescription rest() throws IOException {
        String text = Files.readString(Path.of("routes/connectors/rest.connector.yaml"));
        Mistakes mistakes = new Mistakes();
        ConnectorDescription rest = new ConnectorFiles()
                .read(
                        List.of(new SourceFile("connectors/rest.connector.yaml", text, SourceFile.Origin.SHIPPED)),
                        mistakes)
                .find("rest")
                .orElseThrow();
        assertThat(mistakes.list()).isEmpty();
        return rest;
    }
}
