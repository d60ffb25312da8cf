package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped REST connector refuses at the start. */
class SettingsInForceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update-method=patch | update-method | PUT、PATCH",
                "changes-paging=next | changes-paging | feed",
                "retry-codes=500 | code-field | code-field",
                "code-field=code; code-ok=0,200; retry-codes=500,200 | code-ok | 成功又是错误",
                "sign-app-key=10086 | sign-secret | 一起写",
                "CLIENTSECRET=s | token-url | client-id",
                "username=esb | password | 一起写",
                "read-only-fields=id, externalId | read-only-fields | 外部编号",
                "changes-limit=1 | changes-limit | 2 到 9999",
                "next-field=data.next | next-field | cursor",
                "changes-paging=feed; changes-order=descending | changes-paging | feed",
                "changes-since-name= | changes-since-name | descending",
                "changes-page-name=limit | changes-page-name | 同名"
            })
    void whatDoesNotGoTogetherIsToldWhereItStands(String settings, String where, String what) {
        // When
        List<Mistake> mistakes = check(settings);
        // Then
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo("esb.systems.crm." + where);
            assertThat(mistake.message()).contains(what);
        });
    }

    @Test
    void whatGoesTogetherIsTaken() {
        assertThat(check("sign-app-key=1; sign-secret=s; code-field=code; retry-codes=500; update-method=PATCH"))
                .isEmpty();
        assertThat(check("changes-paging=feed; next-field=next; more-field=more"))
                .isEmpty();
        assertThat(check("changes-since-name=; changes-order=descending; changes-paging=offset"))
                .isEmpty();
        assertThat(check("client-id=esb; client-secret=s; token-url=https://crm.example.com/token"))
                .isEmpty();
    }

    private static List<Mistake> check(String written) {
        Map<String, String> settings = new HashMap<>(Map.of("connector", "rest", "url", "https://crm.example.com"));
        for (String setting : written.split("; ")) {
            String[] parts = setting.strip().split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        Mistakes mistakes = new Mistakes();
        Systems systems = Systems.read(new SystemSettings(Map.of("crm", settings)), mistakes);
        SettingsInForce.check(systems, ShippedFiles.connectors(), mistakes);
        return mistakes.list();
    }
}
