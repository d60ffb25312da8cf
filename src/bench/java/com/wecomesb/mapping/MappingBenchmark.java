package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A contact of 30 fields, tree to tree: the table, the same by hand and in other engines. The goal is 0.7 of by hand, and more than JSLT. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MappingBenchmark {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> STAGES = Map.of("new", "NEW", "member", "CONNECTED");

    private final JsonNode context = NODES.objectNode().put("channel", "kf");
    private JsonNode contact = NODES.objectNode();
    private Mapping mapping;
    private final Peers peers = new Peers();
    private Object plainContact = NODES.objectNode();

    @Setup
    public void prepare() {
        ObjectNode source = NODES.objectNode();
        source.put("name", " 王芳 ").put("stage", "member").put("spentFen", 123456).put("vip", true);
        source.putArray("tags").add("老客户").add("退货");
        ArrayNode phones = source.putArray("phones");
        phones.add("13800138000").add("01088886666");
        ObjectNode address = source.putObject("address");
        List.of("province", "city", "street", "zip", "country").forEach(name -> address.put(name, name + " 一二三"));
        for (int field = 0; field < 20; field++) {
            source.put("field" + field, "值 " + field);
        }
        // As it comes from the wire: names of a parsed document are interned.
        contact = Peers.read(source.toString(), JsonNode.class);
        StringBuilder table = new StringBuilder(
                """
                mapping: benchmark
                fields:
                  - {to: properties.lastname, from: name, steps: [trim, {truncate: 40}], required: true}
                  - {to: properties.phone, from: "phones[0]"}
                  - {to: properties.phone2, from: "phones[1]", steps: [digits]}
                  - {to: properties.stage, from: stage, steps: [{lookup: {new: NEW, member: CONNECTED}}], default: NEW}
                  - {to: properties.lifecycle, value: lead}
                  - {to: properties.note, text: "来自企业微信 {{ channel }}"}
                  - {to: properties.spent, from: spentFen, steps: [fen-to-yuan]}
                  - {to: properties.address.province, from: address.province}
                  - {to: properties.address.city, from: address.city}
                  - {to: properties.address.street, from: address.street, steps: [{truncate: 100}]}
                """);
        for (int field = 0; field < 20; field++) {
            table.append("  - {to: properties.custom")
                    .append(field)
                    .append(", from: field")
                    .append(field)
                    .append(field % 4 == 0 ? ", steps: [trim]}\n" : "}\n");
        }
        Mistakes mistakes = new Mistakes();
        var file = YamlFile.read("mappings/benchmark.yaml", table.toString(), mistakes);
        mapping = MappingSet.read(List.of(file.orElseThrow()), mistakes)
                .find("benchmark")
                .orElseThrow();
        ObjectNode withChannel = source.deepCopy().put("channel", "kf");
        plainContact = Peers.read(withChannel.toString(), Map.class);
        for (JsonNode made : List.of(mapped(), jslt(), tree(jolt()), tree(jsonata()))) {
            if (!made.equals(MappingBenchmark::compare, byHand())) {
                throw new IllegalStateException("Not all make the same document: " + made + " is not " + byHand());
            }
        }
    }

    private static JsonNode tree(Object plain) {
        return new ObjectMapper().valueToTree(plain);
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    @Benchmark
    public JsonNode mapped() {
        return mapping.apply(contact, context).result();
    }

    @Benchmark
    public JsonNode byHand() {
        ObjectNode target = NODES.objectNode();
        ObjectNode properties = target.putObject("properties");
        String name = contact.path("name").asText().strip();
        properties.put("lastname", name.length() <= 40 ? name : name.substring(0, 40));
        properties.set("phone", contact.path("phones").get(0));
        properties.put("phone2", digits(contact.path("phones").get(1).asText()));
        properties.put("stage", STAGES.getOrDefault(contact.path("stage").asText(), "NEW"));
        properties.put("lifecycle", "lead");
        properties.put("note", "来自企业微信 " + context.path("channel").asText());
        properties.put(
                "spent",
                contact.path("spentFen").decimalValue().movePointLeft(2).setScale(2));
        JsonNode address = contact.path("address");
        ObjectNode to = properties.putObject("address");
        to.set("province", address.get("province"));
        to.set("city", address.get("city"));
        String street = address.path("street").asText();
        to.put("street", street.length() <= 100 ? street : street.substring(0, 100));
        for (int field = 0; field < 20; field++) {
            JsonNode value = contact.get(FIELDS[field]);
            if (field % 4 == 0) {
                properties.put(CUSTOM[field], value.asText().strip());
            } else {
                properties.set(CUSTOM[field], value);
            }
        }
        return target;
    }

    @Benchmark
    public JsonNode jslt() {
        return peers.jslt(contact, context);
    }

    @Benchmark
    public Object jolt() {
        return peers.jolt(plainContact);
    }

    @Benchmark
    public Object jsonata() {
        return peers.jsonata(plainContact);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            if (Character.isDigit(text.charAt(index))) {
                digits.append(text.charAt(index));
            }
        }
        return digits.toString();
    }

    private static final String[] FIELDS = names("field");
    private static final String[] CUSTOM = names("custom");

    private static String[] names(String prefix) {
        String[] names = new String[20];
        for (int field = 0; field < names.length; field++) {
            names[field] = (prefix + field).intern();
        }
        return names;
    }
}
