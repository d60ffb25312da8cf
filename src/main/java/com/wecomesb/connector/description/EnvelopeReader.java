package com.wecomesb.connector.description;

import com.wecomesb.connector.auth.SettingsText;
import com.wecomesb.connector.description.ConnectorDescription.ErrorClass;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code envelope} of a connector file. */
final class EnvelopeReader {

    private final Set<String> properties;
    private final Mistakes mistakes;

    /** With the names of the settings that may be used. */
    EnvelopeReader(Set<String> properties, Mistakes mistakes) {
        this.properties = properties;
        this.mistakes = mistakes;
    }

    Envelope read(Optional<YamlNode> node) {
        if (node.isEmpty()) {
            return Envelope.NONE;
        }
        Section envelope =
                new Section(node.get(), "envelope", mistakes).allowing("data", "code", "ok", "message", "codes");
        Map<ErrorClass, SettingsText> codes = new EnumMap<>(ErrorClass.class);
        envelope.find("codes").ifPresent(list -> {
            Section classes = envelope.section(list, "codes").allowing(ErrorClass.words());
            list.map()
                    .keySet()
                    .forEach(word -> ErrorClass.of(word).ifPresent(kind -> codes.put(kind, text(classes, word, ""))));
        });
        return new Envelope(
                text(envelope, "data", ""),
                text(envelope, "code", ""),
                text(envelope, "ok", "0"),
                text(envelope, "message", ""),
                codes);
    }

    private SettingsText text(Section section, String key, String otherwise) {
        SettingsText text = new SettingsText(section.text(key, otherwise));
        for (String name : text.names()) {
            if (!properties.contains(name)) {
                mistakes.add(section.node().nearest(List.of(key)), "{" + name + "} 没有在 properties 里声明");
            }
        }
        return text;
    }
}
