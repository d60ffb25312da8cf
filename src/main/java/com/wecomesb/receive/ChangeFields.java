package com.wecomesb.receive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.wecomesb.wecom.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the fields of an event under WeCom's own names, those that no record knows too: texts as texts, lists as
 * arrays, groups of fields as objects.
 */
final class ChangeFields {

    /** What all callbacks have and the event says in other words. */
    private static final Set<String> COMMON = Set.of("ToUserName", "FromUserName", "CreateTime", "AgentID");

    /** Elements that hold a list even when it has one item. */
    private static final Set<String> LISTS =
            Set.of("MemChangeList", "PicList", "SelectedItems", "OptionIds", "ExtAttr");

    private ChangeFields() {}

    static void write(JsonGenerator json, XmlElement source) throws IOException {
        writeFields(
                json,
                source.children().stream()
                        .filter(field -> !COMMON.contains(field.name()))
                        .toList());
    }

    private static void writeFields(JsonGenerator json, List<XmlElement> fields) throws IOException {
        Map<String, List<XmlElement>> byName = new LinkedHashMap<>();
        for (XmlElement field : fields) {
            byName.computeIfAbsent(field.name(), name -> new ArrayList<>(1)).add(field);
        }
        for (Map.Entry<String, List<XmlElement>> field : byName.entrySet()) {
            json.writeFieldName(field.getKey());
            if (field.getValue().size() == 1) {
                writeValue(json, field.getValue().get(0));
            } else {
                writeItems(json, field.getValue());
            }
        }
    }

    private static void writeValue(JsonGenerator json, XmlElement element) throws IOException {
        if (LISTS.contains(element.name())) {
            writeItems(json, element.children());
        } else if (element.children().isEmpty()) {
            json.writeString(element.text());
        } else {
            json.writeStartObject();
            writeFields(json, element.children());
            json.writeEndObject();
        }
    }

    private static void writeItems(JsonGenerator json, List<XmlElement> items) throws IOException {
        json.writeStartArray();
        for (XmlElement item : items) {
            writeValue(json, item);
        }
        json.writeEndArray();
    }
}
