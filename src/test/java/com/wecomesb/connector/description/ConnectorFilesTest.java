package com.wecomesb.connector.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.auth.FixedCredentials;
import com.wecomesb.connector.description.ConnectorDescription.ErrorClass;
import com.wecomesb.connector.description.ConnectorDescription.Limits;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectorFilesTest {

    private static final String FILE = "connectors/desk.connector.yaml";
    private static final String GOOD = """
            connector: desk
            title: Desk
            kind: [ticket, crm]
            documentation: https://example.com/api
            properties:
              email: {title: 邮箱, description: 登录邮箱, required: true}
              apiToken: {title: 令牌, description: API 令牌, secret: true, required: true}
            auth: {basic: {username: "{email}/token", password: "{apiToken}"}}
            success: '.code == 0'
            retry-when: '.code == 50000'
            errors:
              - {when: '$status == 200 and .error.code == "RateLimited"', class: throttled, until: .wait, reason: 太频繁}
            limits: {concurrent: 8, rate: 600/m, remaining: X-Left, reset: X-Reset}
            probe: {path: /users/me, expect: '.id != null'}
            versions: {ticket: .updated_at}
            webhook:
              signature: {algorithm: hmac-sha256, header: X-Signature, secrets: ["{secret}"]}
              records: '[{"kind": "ticket", "id": .ticket.id}]'
            """;

    private final Mistakes mistakes = new Mistakes();
    private final ConnectorFiles files = new ConnectorFiles();

    @Test
    void readsEverythingThatAConnectorSays() {
        // When
        ConnectorDescription desk = read(GOOD).find("desk").orElseThrow();
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(desk.kinds()).containsExactlyInAnyOrder(SystemKind.TICKET, SystemKind.CRM);
        assertThat(desk.properties()).containsOnlyKeys("url", "email", "apiToken", "connectTimeout", "responseTimeout");
        assertThat(desk.properties().get("apiToken")).matches(property -> property.secret() && property.required());
        assertThat(desk.auth()).singleElement().isInstanceOf(FixedCredentials.class);
        assertThat(desk.auth().get(0).needs()).containsExactly("apiToken", "email");
        assertThat(desk.errors())
                .extracting(ConnectorDescription.ErrorRule::kind)
                .containsExactly(ErrorClass.RETRY, ErrorClass.THROTTLED);
        assertThat(desk.limits()).isEqualTo(new Limits(8, 10, "retry-after", "x-left", "x-reset"));
        assertThat(desk.probe()).get().matches(probe -> probe.method().equals("GET"));
        assertThat(desk.versions()).containsOnlyKeys("ticket");
        assertThat(desk.webhook()).isPresent();
    }

    static Stream<Arguments> mistaken() {
        return Stream.of(
                argumentSet("other name", "connector: desk", "connector: desck", 1, "desk"),
                argumentSet("no title", "title: Desk\n", "", 1, "title"),
                argumentSet("unknown kind", "[ticket, crm]", "erp", 3, "crm、shop、ticket"),
                argumentSet("unknown key", "retry-when", "retry-wen", 10, "retry-when"),
                argumentSet("plain secret", "secret: true, required: true", "required: true", 7, "secret: true"),
                argumentSet("secret with a default", "secret: true,", "secret: true, default: x,", 7, "默认值"),
                argumentSet("name in snake case", "  email:", "  e_mail:", 6, "驼峰"),
                argumentSet("name that is taken", "  email:", "  kind:", 6, "已有含义"),
                argumentSet("undeclared setting", "{email}/token", "{mail}/token", 8, "{mail}"),
                argumentSet("unknown way", "{basic:", "{basik:", 8, "basic"),
                argumentSet("no password", ", password: \"{apiToken}\"", "", 8, "password"),
                argumentSet("broken expression", "'.code == 0'", "'.code = 0'", 9, "JSLT"),
                argumentSet("unknown class", "class: throttled", "class: later", 12, "throttled"),
                argumentSet(
                        "rule without condition", "when: '$status == 200 and", "wen: '$status == 200 and", 12, "when"),
                argumentSet("rate", "600/m", "600", 13, "100/s"),
                argumentSet("concurrency", "concurrent: 8", "concurrent: 0", 13, "concurrent"),
                argumentSet("probe without expectation", ", expect: '.id != null'", "", 14, "expect"),
                argumentSet("version of what", "{ticket: .up", "{tikcet: .up", 15, "ticket"),
                argumentSet("full-width colon", "title: Desk", "title：Desk", 2, "全角冒号"),
                argumentSet(
                        "signature without secret",
                        "{basic: {username: \"{email}/token\", password: \"{apiToken}\"}}",
                        "{sign: {algorithm: md5, secret: \"{apiToken}\", over: sorted-params, into: sign}}",
                        8,
                        "密钥"),
                argumentSet(
                        "signature by magic",
                        "{basic: {username: \"{email}/token\", password: \"{apiToken}\"}}",
                        "{sign: {algorithm: md6, secret: \"{apiToken}\", over: body, into: sign}}",
                        8,
                        "hmac-sha256"),
                argumentSet(
                        "signature over nothing known",
                        "{basic: {username: \"{email}/token\", password: \"{apiToken}\"}}",
                        "{sign: {algorithm: hmac-sha256, secret: \"{apiToken}\", over: \"{bdy}\", into: sign}}",
                        8,
                        "{bdy}"),
                argumentSet(
                        "not a date",
                        "{basic: {username: \"{email}/token\", password: \"{apiToken}\"}}",
                        "{sign: {algorithm: hmac-sha256, secret: \"{apiToken}\", over: body, into: sign, with: {t: \"{now:jjj}\"}}}",
                        8,
                        "日期格式"));
    }

    @ParameterizedTest
    @MethodSource("mistaken")
    void namesTheMistakeWhereItStands(String good, String bad, int line, String expected) {
        // When
        Connectors connectors = read(GOOD.replace(good, bad));
        // Then
        assertThat(connectors.all()).isEmpty();
        assertThat(mistakes.list()).isNotEmpty().first().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo(FILE);
            assertThat(mistake.line()).as(mistake.toString()).isEqualTo(line);
            assertThat(mistake.message()).contains(expected);
        });
    }

    @Test
    void readsEachWayToSayWhoCalls() {
        // Given
        String auth = """
                auth:
                  - sign: {algorithm: md5, secret: "{apiToken}", over: sorted-params, wrap: secret, into: sign, encoding: upper-hex, with: {app_key: "{email}", timestamp: "{now:yyyy-MM-dd HH:mm:ss}"}}
                  - oauth2: {tokenUrl: "{url}/token", clientId: "{email}", clientSecret: "{apiToken}", style: basic}
                  - session: {path: /login, body: '{"p": $config.apiToken}', token: .token, as: {query: {name: t, value: "{token}"}}}
                  - header: {name: X-Key, value: "{apiToken}"}
                  - query: {name: key, value: "{apiToken}"}
                  - bearer: "{apiToken}"
                """;
        // When
        Connectors connectors = read(GOOD.replaceFirst("auth:.*\n", Matcher.quoteReplacement(auth)));
        // Then
        assertThat(mistakes.list()).extracting(Mistake::toString).isEmpty();
        assertThat(connectors.find("desk").orElseThrow().auth()).hasSize(6);
    }

    @Test
    void acceptsWhatIsShipped() throws IOException {
        // Given
        List<SourceFile> shipped = new ArrayList<>();
        try (Stream<Path> paths = Files.list(Path.of("routes/connectors"))) {
            for (Path path : paths.filter(path -> files.owns("connectors/" + path.getFileName()))
                    .toList()) {
                shipped.add(new SourceFile("connectors/" + path.getFileName(), Files.readString(path), Origin.SHIPPED));
            }
        }
        // When
        Connectors connectors = files.read(shipped, mistakes);
        // Then
        assertThat(mistakes.list()).extracting(Mistake::toString).isEmpty();
        assertThat(connectors.all()).hasSameSizeAs(shipped);
    }

    @Test
    void keepsTheDescriptionOfAFileThatHasNotChanged() {
        // When
        Connectors first = read(GOOD);
        Connectors second = read(GOOD);
        Connectors changed = read(GOOD.replace("Desk", "Desk 2"));
        // Then
        assertThat(second.find("desk")).get().isSameAs(first.find("desk").orElseThrow());
        assertThat(changed.find("desk").orElseThrow().title()).isEqualTo("Desk 2");
    }

    private Connectors read(String text) {
        return files.read(List.of(new SourceFile(FILE, text, Origin.COMPANY)), mistakes);
    }
}
