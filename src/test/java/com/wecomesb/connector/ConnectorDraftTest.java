package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.draft.ConnectorDraft;
import com.wecomesb.connector.draft.CurlCall;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.mapping.MappingFiles;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
