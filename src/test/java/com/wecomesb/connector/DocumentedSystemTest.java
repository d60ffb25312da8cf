package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who copies the settings and mappings out of the how-to speaks to a domestic shop. */
class DocumentedSystemTest {

    private static final Path PAGE = Path.of("docs/how-to/add-a-system.md");
    private static final Pattern SECTION = Pattern.compile("(?s)## An API that answers code, msg, data\n(.*?)\n## ");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
    private static final String SECRET = "s3cr+t&";

    @AutoClose
    private final DomesticShop shop = new DomesticShop(SECRET);

    @AutoClose
    private final KameletTemplates templates = new KameletTemplates(Clock.systemUTC());

    private final ConnectorCalls calls;

    DocumentedSystemTest() throws IOException {
        Mistakes mistakes = new Mistakes();
        var section = SECTION.matcher(Files.readString(PAGE));
        assertThat(section.find()).isTrue();
        List<YamlNode> blocks = BLOCK.matcher(section.group(1))
                .results()
                .flatMap(block -> YamlFile.read(name(block.group(1)), block.group(1), mistakes).stream())
                .toList();
        Map<String, String> settings = new HashMap<>();
        blocks.get(0)
                .json()
                .at("/esb/systems/shop")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        settings.put("url", shop.url());
        settings.put("sign-secret", SECRET);
        Systems systems = Systems.read(new SystemSettings(Map.of("shop", settings)), mistakes);
        SettingsInForce.check(systems, ShippedFiles.connectors(), mistakes);
        MappingSet mappings = MappingSet.read(blocks.subList(1, blocks.size()), mistakes);
        assertThat(mistakes.list()).isEmpty();
        templates.replace(ShippedFiles.kamelets(), ShippedFiles.connectors());
        calls = new ConnectorCalls(systems, () -> mappings, templates, ConnectorSettings.defaults(), Clock.systemUTC());
    }

    /** The path in the first line of a block. */
    private static String name(String block) {
        return block.lines().findFirst().orElse("").replaceFirst("^# (routes/)?", "");
    }

    @Test
    void findsAnOrderAndChangesWhatDiffers() {
        // Given
        shop.order("20261120001", 20, "2026-11-21 12:00:05");
        // When
        JsonNode found = call("order-find", "{'id': '20261120001'}");
        JsonNode missing = call("order-find", "{'id': '7'}");
        JsonNode changed = call("order-update", "{'id': '20261120001', 'note': '周末送货'}");
        // Then
        assertThat(found)
                .isEqualTo(json("{'id': '20261120001', 'status': 'paid', 'amountFen': 9990, 'buyer': {'name': '王芳'},"
                        + " 'updatedAt': '2026-11-21T04:00:05Z'}"));
        assertThat(missing).isEqualTo(json("{'found': false}"));
        assertThat(changed.path("note").asText()).isEqualTo("周末送货");
        assertThat(shop.written)
                .singleElement()
                .satisfies(body -> assertThat(json(body)).isEqualTo(json("{'sellerMemo': '周末送货'}")));
    }

    @Test
    void followsItsChanges() {
        // Given
        for (int number = 1; number <= 5; number++) {
            shop.order("2026112000" + number, 20, "2026-11-21 12:00:0" + number / 2);
        }
        List<String> seen = new ArrayList<>();
        // When
        JsonNode cursor = read(json("null"), seen);
        shop.order("20261120002", 30, "2026-11-21 12:09:00");
        List<String> later = new ArrayList<>();
        read(cursor, later);
        // Then
        assertThat(seen)
                .containsExactlyInAnyOrder("20261120001", "20261120002", "20261120003", "20261120004", "20261120005");
        assertThat(later).contains("20261120002");
    }

    private JsonNode read(JsonNode from, List<String> seen) {
        JsonNode cursor = from;
        boolean more = true;
        while (more) {
            ObjectNode request = ((ObjectNode) json("{'limit': 2}")).set("cursor", cursor);
            JsonNode page = calls.ask("shop", "order-changes", request);
            page.path("records").forEach(record -> seen.add(record.path("id").asText()));
            cursor = page.path("cursor");
            more = page.path("more").asBoolean();
        }
        return cursor;
    }

    @Test
    void understandsWhatItRefuses() {
        // Given
        shop.refuse("{\"code\": 1001, \"msg\": \"A-7 的收货人 13800138000 有误,请联系 a@b.cn\"}");
        ConnectorFailed refused = failure();
        shop.refuse("{\"code\": 42900, \"msg\": \"请求太频繁\"}");
        ConnectorFailed throttled = failure();
        // Then
        assertThat(throttled.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(throttled.reason()).isEqualTo("系统回答错误码 42900:请求太频繁");
        assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(refused.reason()).isEqualTo("系统回答错误码 1001:… 的收货人 … 有误,请联系 …");
    }

    private ConnectorFailed failure() {
        return catchThrowableOfType(ConnectorFailed.class, () -> call("order-find", "{'id': 'A-7'}"));
    }

    private JsonNode call(String verb, String document) {
        return calls.call("shop", verb, json(document), CallContext.of("a1"));
    }
}
