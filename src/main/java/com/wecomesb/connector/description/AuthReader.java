package com.wecomesb.connector.description;

import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.auth.ClientCredentials;
import com.wecomesb.connector.auth.FixedCredentials;
import com.wecomesb.connector.auth.LoginSession;
import com.wecomesb.connector.auth.Placement;
import com.wecomesb.connector.auth.SettingsText;
import com.wecomesb.connector.description.ConnectorDescription.Property;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code auth} of a connector file: one way to say who calls, or a list of which the first is used that is configured. */
final class AuthReader {

    private static final KnownKeys WAYS =
            KnownKeys.of("auth", "bearer", "header", "query", "basic", "oauth2", "session", "sign");
    private static final Pattern CONFIG = Pattern.compile("\\$config\\.\"?([A-Za-z][A-Za-z0-9]*)");

    private final Map<String, Property> properties;
    private final Mistakes mistakes;

    AuthReader(Map<String, Property> properties, Mistakes mistakes) {
        this.properties = properties;
        this.mistakes = mistakes;
    }

    List<Authentication> read(Optional<YamlNode> auth) {
        List<Authentication> ways = new ArrayList<>();
        for (YamlNode item : auth.map(YamlNode::items).orElse(List.of())) {
            WAYS.check(item, mistakes);
            item.map().forEach((kind, value) -> {
                Authentication way = way(kind, value);
                if (way != null) {
                    ways.add(way);
                    checkNames(way, value);
                }
            });
            if (item.map().size() != 1) {
                mistakes.add(item, "auth 的每一项写一种方式;有几种可选时写成列表");
            }
        }
        return ways;
    }

    private @Nullable Authentication way(String kind, YamlNode value) {
        return switch (kind) {
            case "oauth2" ->
                clientCredentials(new Section(value, "oauth2", mistakes)
                        .allowing("tokenUrl", "clientId", "clientSecret", "scope", "style"));
            case "session" ->
                session(new Section(value, "session", mistakes).allowing("path", "method", "body", "token", "as"));
            case "sign" -> new SignatureReader(properties.keySet(), mistakes).read(value);
            case "bearer", "header", "query", "basic" ->
                new FixedCredentials(value.items().stream()
                        .map(item -> placement(kind, item))
                        .toList());
            default -> null;
        };
    }

    private Placement placement(String kind, YamlNode value) {
        if (kind.equals("bearer")) {
            return new Placement.Bearer(new SettingsText(value.text()));
        }
        Section section = new Section(value, kind, mistakes);
        if (kind.equals("basic")) {
            section.allowing("username", "password");
            return new Placement.Basic(text(section, "username"), text(section, "password"));
        }
        section.allowing("name", "value");
        SettingsText name = text(section, "name");
        return kind.equals("header")
                ? new Placement.Header(name, text(section, "value"))
                : new Placement.Query(name, text(section, "value"));
    }

    private Authentication clientCredentials(Section section) {
        String style = section.text("style", "body");
        if (!List.of("body", "basic").contains(style)) {
            mistakes.add(section.node().nearest(List.of("style")), "style 只能是 body 或 basic");
        }
        return new ClientCredentials(
                text(section, "tokenUrl"),
                text(section, "clientId"),
                text(section, "clientSecret"),
                new SettingsText(section.text("scope", "")),
                style.equals("body"));
    }

    private Authentication session(Section section) {
        Optional<Jslt> body = section.expression("body");
        Placement as = new Placement.Bearer(new SettingsText("{token}"));
        for (Map.Entry<String, YamlNode> entry :
                section.find("as").map(YamlNode::map).orElse(Map.of()).entrySet()) {
            as = placement(entry.getKey(), entry.getValue());
        }
        Jslt token = section.requiredExpression("token");
        Set<String> secrets = new TreeSet<>();
        for (String text : List.of(body.map(Jslt::text).orElse(""), token.text())) {
            CONFIG.matcher(text).results().forEach(use -> secrets.add(use.group(1)));
        }
        secrets.remove("url");
        return new LoginSession(
                section.required("path"), section.text("method", "POST"), body.orElse(null), token, as, secrets);
    }

    private static SettingsText text(Section section, String key) {
        return new SettingsText(section.required(key));
    }

    private void checkNames(Authentication way, YamlNode where) {
        for (String name : way.needs()) {
            if (!properties.containsKey(name)) {
                mistakes.add(where, "{" + name + "} 没有在 properties 里声明");
            }
        }
    }
}
