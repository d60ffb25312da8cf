package com.wecomesb.mapping;

import com.bazaarvoice.jolt.Chainr;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same mapping in other engines, each in its own language, compiled once. Jolt and JSONata map trees of Java's own maps and lists. */
final class Peers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Expression jslt = new Parser(new StringReader(jsltText())).compile();
    private final Chainr jolt = Chainr.fromSpec(read(joltText(), List.class));
    private final Jsonata jsonata = Jsonata.jsonata(jsonataText());

    JsonNode jslt(JsonNode contact, JsonNode context) {
        return jslt.apply(Map.of("channel", context.get("channel")), contact);
    }

    Object jolt(Object contact) {
        return jolt.transform(contact);
    }

    Object jsonata(Object contact) {
        return jsonata.evaluate(contact);
    }

    private static String jsltText() {
        StringBuilder text = new StringBuilder("""
                def lookup(value) if ($value == "new") "NEW" else if ($value == "member") "CONNECTED" else "NEW"
                {"properties": {
                  "lastname": trim(.name)[0 : 40],
                  "phone": .phones[0],
                  "phone2": replace(.phones[1], "[^0-9]", ""),
                  "stage": lookup(.stage),
                  "lifecycle": "lead",
                  "note": "来自企业微信 " + $channel,
                  "spent": .spentFen / 100,
                  "address": {"province": .address.province, "city": .address.city, "street": .address.street[0 : 100]}
                """);
        for (int field = 0; field < 20; field++) {
            String value = ".field" + field;
            text.append(", \"custom").append(field).append("\": ").append(field % 4 == 0 ? "trim(" + value + ")" : value);
        }
        return text.append("}}").toString();
    }

    /** Without digits alone, which it cannot do: the second phone of the contact has no others. */
    private static String joltText() {
        List<String> shifted = new ArrayList<>();
        List<String> trimmed = new ArrayList<>();
        for (int field = 0; field < 20; field++) {
            shifted.add("\"field" + field + "\": \"properties.custom" + field + "\"");
            if (field % 4 == 0) {
                trimmed.add("\"custom" + field + "\": \"=trim\"");
            }
        }
        return """
                [{"operation": "shift", "spec": {
                    "name": "properties.lastname",
                    "phones": {"0": "properties.phone", "1": "properties.phone2"},
                    "stage": {"member": {"#CONNECTED": "properties.stage"}, "*": {"#NEW": "properties.stage"}},
                    "#lead": "properties.lifecycle",
                    "spentFen": "properties.spent",
                    "channel": "properties.note",
                    "address": {"province": "properties.address.province", "city": "properties.address.city", "street": "properties.address.street"},
                    %s}},
                 {"operation": "modify-overwrite-beta", "spec": {"properties": {
                    "lastname": "=trim", "note": "=concat('来自企业微信 ',@(1,note))", "spent": "=divideAndRound(2,@(1,spent),100)", %s}}}]
                """.formatted(String.join(", ", shifted), String.join(", ", trimmed));
    }

    private static String jsonataText() {
        StringBuilder text = new StringBuilder("""
                {"properties": {
                  "lastname": $substring($trim(name), 0, 40),
                  "phone": phones[0],
                  "phone2": $replace(phones[1], /[^0-9]/, ""),
                  "stage": stage = "member" ? "CONNECTED" : "NEW",
                  "lifecycle": "lead",
                  "note": "来自企业微信 " & channel,
                  "spent": spentFen / 100,
                  "address": {"province": address.province, "city": address.city, "street": $substring(address.street, 0, 100)}
                """);
        for (int field = 0; field < 20; field++) {
            String value = "field" + field;
            text.append(", \"custom").append(field).append("\": ").append(field % 4 == 0 ? "$trim(" + value + ")" : value);
        }
        return text.append("}}").toString();
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
