package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.draft.ConnectorDraft;
import com.wecomesb.connector.draft.CurlCall;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.mapping.MappingFiles;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of pasted calls loads, and knows no secret. */
class ConnectorDraftTest {

    static Stream<Arguments> calls() {
        return Stream.of(
                argumentSet("bearer and JSON", "ticket-create", """
                        curl -sS -X POST 'https://desk.example.com/api/v2/tickets.json?notify=true' \\
                          -H 'Authorization: Bearer s3cret' -H "Content-Type: application/json" \\
                          --data-raw '{"ticket": {"subject": "王芳 isn'\\''t happy", "comment": {"body": "13800138000"}, "priority": "high", "custom": 7, "tags": ["a"]}}'
                        """, List.of("token")),
                argumentSet(
                        "key in a header, read by id",
                        "order-find",
                        "curl https://shop.example.com/v1/orders/20261120 -H 'X-Api-Key: s3cret' -H 'X-Shop: 7'",
                        List.of("apiKey")),
                argumentSet(
                        "two secrets in headers",
                        "contact-upsert",
                        "curl -XPUT https://crm.example.com/v1/contacts/c-1 -H 'X-App-Id: 7' -H 'X-App-Key: s3cret' -H 'X-App-Secret: s3cret2' --json '{\"name\": \"王芳\", \"mobile\": \"138\"}'",
                        List.of("appKey", "appSecret")),
                argumentSet(
                        "a user",
                        "ticket-comment",
                        "curl -u 'agent@example.com:s3cret' https://desk.example.com/tickets/7/comments -d '{\"body\": \"王芳\"}'",
                        List.of("username", "password")),
                argumentSet(
                        "key in the query, search",
                        "contact-find",
                        "curl -G \"https://crm.example.com/search?access_token=s3cret\" -d status=open -d q=13800138000",
                        List.of("accessToken")),
                argumentSet(
                        "another scheme",
                        "ticket-find",
                        "curl --location https://rt.example.com/REST/2.0/tickets --header 'Authorization: token s3cret'",
                        List.of("token")),
                argumentSet(
                        "a form",
                        "order-update",
                        "curl https://shop.example.com/orders -d 'id=7&state=s' -H $'X-Note: a\\'b'",
                        List.of()),
                argumentSet(
                        "a signed form",
                        "ticket-create",
                        "curl 'https://gw.example.com/rest?app_key=s3cret0&timestamp=2026-11-21%2010:00:00&sign=s3cret00112233445566' --data-urlencode 'title=王芳 & 138' -d 'out_id=a-1&level=2'",
                        List.of("appKey", "appSecret")),
                argumentSet(
                        "contacts that are made by POST",
                        "contact-upsert",
                        "curl https://crm.example.com/v2/customers -H 'X-Token: s3cret' -d '{\"fullName\": \"王芳\", \"mobile\": \"138\"}'",
                        List.of("token")),
                argumentSet(
                        "secrets in two places",
                        "ticket-update",
                        "curl -X PATCH 'https://desk.example.com/tickets/7?access_token=s3cret' -H 'Authorization: Bearer s3cret' -d '{\"status\": \"done\", \"api_key\": \"s3cret\"}'",
                        List.of("token")),
                argumentSet(
                        "changes",
                        "ticket-changes",
                        "curl 'https://desk.example.com/v1/tickets?since=2026-11-01&mobile=13800138000' -H 'Authorization: Bearer s3cret'",
                        List.of("token")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void makesFilesThatLoadAndHoldNoSecret(String verb, String call, List<String> settings) {
        // When
        ConnectorDraft draft = ConnectorDraft.of("desk", verb, CurlCall.parse(call), "../.schema");
        // Then
        assertThat(draft.settings()).isEqualTo(settings);
        assertThat(mistakes(draft.files())).isEmpty();
        assertThat(draft.files().values())
                .noneMatch(text -> text.contains("s3cret") || text.contains("王芳") || text.contains("138"));
        assertThat(draft.toString()).doesNotContain("s3cret2=");
    }

    @Test
    void aFormGoesThroughTheMappingFieldByField() {
        // When
        ConnectorDraft draft = ConnectorDraft.of(
                "desk",
                "ticket-create",
                CurlCall.parse("curl https://gw.example.com/t -d 'title=aa&level=2' --data-urlencode 'note=a&b=c'"),
                "../.schema");
        // Then
        assertThat(draft.files().get("mappings/ticket-to-desk.yaml"))
                .contains("{to: \"title\", from: \"subject\"}", "{to: \"level\", value:", "{to: \"note\", ")
                .doesNotContain("b=c");
        assertThat(draft.files().get("connectors/desk-ticket-create-action.kamelet.yaml"))
                .contains("form: 'with(");
    }

    @Test
    void aSignedCallIsSignedAnewEachTime() {
        // When
        ConnectorDraft draft = ConnectorDraft.of(
                "gw",
                "ticket-create",
                CurlCall.parse("curl 'https://gw.example.com/x?app_key=AK&timestamp=2026-11-21%2010:00:00"
                        + "&sign=0123456789ABCDEF0123456789ABCDEF' -d title=x"),
                "../.schema");
        // Then
        assertThat(draft.files().get("connectors/gw.connector.yaml"))
                .contains(
                        "algorithm: md5",
                        "encoding: upper-hex",
                        "into: sign",
                        "with: {app_key: \"{appKey}\", timestamp: \"{now:yyyy-MM-dd HH:mm:ss}\"}");
        assertThat(String.join("", draft.files().values())).doesNotContain("2026-11-21", "AK", "0123456789");
    }

    @ParameterizedTest
    @CsvSource({"ticket-create, /tickets", "contact-upsert, /tickets", "ticket-comment, /tickets"})
    void whatItMakesDoesNothingTwice(String verb, String path) throws IOException {
        // Given
        try (StubSystem stub = new StubSystem();
                KameletTemplates templates = new KameletTemplates(Clock.systemUTC())) {
            ConnectorDraft draft = ConnectorDraft.of(
                    "desk",
                    verb,
                    CurlCall.parse("curl " + stub.url() + path
                            + " -H 'Authorization: Bearer token-1' -d '{\"subject\": \"x\"}'"),
                    "../.schema");
            stub.answer(new StubSystem.Request("POST", "/oauth2/token", Map.of(), ""));
            Map<String, String> kamelets = new HashMap<>(ShippedFiles.kamelets());
            String kamelet = "desk-" + verb + "-action";
            kamelets.put(kamelet, draft.files().getOrDefault("connectors/" + kamelet + ".kamelet.yaml", ""));
            templates.replace(kamelets, new ConnectorFiles().read(sources(draft.files()), new Mistakes()));
            Systems systems = Systems.read(
                    new SystemSettings(Map.of(
                            "desk",
                            Map.of(
                                    "kind",
                                    SystemKind.ofVerb(verb).orElseThrow().word(),
                                    "connector",
                                    "desk",
                                    "url",
                                    draft.url(),
                                    "token",
                                    "token-1"))),
                    new Mistakes());
            ConnectorCalls calls = new ConnectorCalls(
                    systems, MappingSet::empty, templates, ConnectorSettings.defaults(), Clock.systemUTC());
            JsonNode document = StubSystem.JSON.readTree("{\"subject\": \"退货\"}");
            // When
            calls.call("desk", verb, document, CallContext.of("a1"));
            calls.call("desk", verb, document, CallContext.of("a1"));
            // Then
            assertThat(stub.calls().stream().filter(call -> call.startsWith("POST")))
                    .hasSize(1);
            assertThat(stub.tickets).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wget https://x.example.com",
                "curl",
                "curl 'https://x.example.com",
                "curl ftp://x.example.com",
                "curl https://a:b@x.example.com",
                "curl https://x.example.com --ftp-port 1",
                "curl https://x.example.com -F file=@a",
                "curl https://x.example.com -H",
                "curl https://x.example.com -d '<xml/>'",
                "curl https://x.example.com -d 'a b'",
                "curl https://x.example.com/graphql --json '{\"query\": \"mutation { make { id } }\"}'"
            })
    void saysWhyACallCannotBeTaken(String call) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurlCall.parse(call))
                .withMessageMatching("(?s).*\\p{IsHan}.*");
    }

    private static List<String> mistakes(Map<String, String> files) {
        Mistakes mistakes = new Mistakes();
        List<SourceFile> sources = sources(files);
        Connectors connectors = new ConnectorFiles()
                .read(
                        sources.stream()
                                .filter(file -> file.path().endsWith(".connector.yaml"))
                                .toList(),
                        mistakes);
        assertThat(connectors.find("desk")).as(mistakes.list().toString()).isPresent();
        List<SourceFile> mappings = new ArrayList<>(sources.stream()
                .filter(file -> file.path().startsWith("mappings/"))
                .toList());
        ShippedFiles.of("schemas", ".json")
                .forEach((path, text) -> mappings.add(new SourceFile(path, text, Origin.SHIPPED)));
        new MappingFiles(ZoneId.of("Asia/Shanghai")).read(mappings, mistakes);
        Map<String, String> kamelets = new HashMap<>();
        files.forEach((path, text) -> {
            if (path.endsWith(KameletFile.SUFFIX)) {
                kamelets.put(path, text);
            }
        });
        List<Mistake> all = new ArrayList<>(mistakes.list());
        all.addAll(new RouteChecks(context -> {}).check(kamelets));
        return all.stream().map(Mistake::toString).toList();
    }

    private static List<SourceFile> sources(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue(), Origin.COMPANY))
                .toList();
    }
}
