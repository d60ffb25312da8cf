package com.wecomesb.connector.description;

import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.description.ConnectorDescription.ErrorClass;
import com.wecomesb.connector.description.ConnectorDescription.ErrorRule;
import com.wecomesb.connector.description.ConnectorDescription.Probe;
import com.wecomesb.connector.description.ConnectorDescription.Protocol;
import com.wecomesb.connector.description.ConnectorDescription.SettingRule;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.webhook.WebhookSection;
import com.wecomesb.document.FileSchema;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one connector file. */
final class ConnectorReader {

    private static final FileSchema SCHEMA = FileSchema.named("connector");
    private static final List<String> CANONICAL = List.of("contact", "order", "product", "ticket", "comment");

    private final YamlNode root;
    private final String expectedName;
    private final Mistakes mistakes;
    private final Mistakes found = new Mistakes();

    ConnectorReader(YamlNode root, String expectedName, Mistakes mistakes) {
        this.root = root;
        this.expectedName = expectedName;
        this.mistakes = mistakes;
    }

    /** Nothing, with the mistakes noted, when there are any. */
    Optional<ConnectorDescription> read() {
        ConnectorDescription description = description(new Section(root, "连接器", found)
                .allowing(
                        "connector",
                        "title",
                        "kind",
                        "documentation",
                        "protocol",
                        "properties",
                        "refuse",
                        "auth",
                        "success",
                        "envelope",
                        "errors",
                        "retry-when",
                        "limits",
                        "probe",
                        "version",
                        "versions",
                        "webhook"));
        if (found.isEmpty()) {
            SCHEMA.check(root, found);
        }
        found.list().forEach(mistakes::add);
        return found.isEmpty() ? Optional.of(description) : Optional.empty();
    }

    private ConnectorDescription description(Section file) {
        String name = file.required("connector");
        if (!name.isEmpty() && !name.equals(expectedName)) {
            found.add(root.nearest(List.of("connector")), "connector 要与文件名一致:" + expectedName);
        }
        Map<String, ConnectorDescription.Property> properties =
                new PropertiesReader(found).read(file.find("properties"));
        List<Authentication> auth = new AuthReader(properties, found).read(file.find("auth"));
        return new ConnectorDescription(
                name,
                file.required("title"),
                kinds(file),
                file.text("documentation", ""),
                protocol(file),
                properties,
                refused(file, properties.keySet()),
                auth,
                file.expression("success"),
                new EnvelopeReader(properties.keySet(), found).read(file.find("envelope")),
                errors(file),
                new LimitsReader(found).read(file.find("limits")),
                file.find("probe").map(probe -> probe(file.section(probe, "probe"))),
                versions(file),
                file.find("webhook").flatMap(section -> WebhookSection.read(section, found)));
    }

    private Protocol protocol(Section file) {
        return switch (file.text("protocol", "http")) {
            case "http" -> Protocol.HTTP;
            case "jdbc" -> Protocol.JDBC;
            default -> {
                found.add(root.nearest(List.of("protocol")), "protocol 只能是 http 或 jdbc");
                yield Protocol.HTTP;
            }
        };
    }

    private Set<SystemKind> kinds(Section file) {
        Set<SystemKind> kinds = EnumSet.noneOf(SystemKind.class);
        List<YamlNode> words = file.find("kind").map(YamlNode::items).orElse(List.of());
        for (YamlNode word : words) {
            SystemKind.of(word.text()).ifPresentOrElse(kinds::add, () -> found.add(word, "kind 只能是 crm、shop、ticket"));
        }
        if (words.isEmpty()) {
            found.add(root, "连接器缺少 kind:crm、shop 或 ticket");
        }
        return kinds;
    }

    private List<SettingRule> refused(Section file, Set<String> properties) {
        List<SettingRule> refused = new ArrayList<>();
        for (YamlNode item : file.find("refuse").map(YamlNode::items).orElse(List.of())) {
            Section rule = file.section(item, "refuse 的一行").allowing("setting", "when", "reason");
            String setting = rule.required("setting");
            if (!setting.isEmpty() && !properties.contains(setting)) {
                found.add(item.nearest(List.of("setting")), setting + " 没有在 properties 里声明");
            }
            refused.add(new SettingRule(setting, rule.requiredExpression("when"), rule.required("reason")));
        }
        return refused;
    }

    private List<ErrorRule> errors(Section file) {
        List<ErrorRule> errors = new ArrayList<>();
        file.find("retry-when")
                .ifPresent(when -> errors.add(
                        new ErrorRule(file.requiredExpression("retry-when"), ErrorClass.RETRY, Optional.empty(), "")));
        for (YamlNode item : file.find("errors").map(YamlNode::items).orElse(List.of())) {
            Section error = file.section(item, "errors 的一行").allowing("when", "class", "until", "reason");
            errors.add(new ErrorRule(
                    error.requiredExpression("when"),
                    errorClass(item, error.required("class")),
                    error.expression("until"),
                    error.text("reason", "")));
        }
        return errors;
    }

    private ErrorClass errorClass(YamlNode where, String word) {
        return ErrorClass.of(word).orElseGet(() -> {
            if (!word.isEmpty()) {
                found.add(where.nearest(List.of("class")), "class 只能是 " + String.join("、", ErrorClass.words()));
            }
            return ErrorClass.PERMANENT;
        });
    }

    private Probe probe(Section probe) {
        probe.allowing("path", "method", "body", "expect");
        Optional<Jslt> body = probe.expression("body");
        String method = probe.text("method", body.isPresent() ? "POST" : "GET");
        return new Probe(probe.required("path"), method, body, probe.requiredExpression("expect"));
    }

    private Map<String, Jslt> versions(Section file) {
        Map<String, Jslt> versions = new LinkedHashMap<>();
        file.expression("version").ifPresent(one -> CANONICAL.forEach(kind -> versions.put(kind, one)));
        file.find("versions").ifPresent(node -> {
            Section each = file.section(node, "versions").allowing(CANONICAL.toArray(String[]::new));
            node.map().keySet().forEach(kind -> each.expression(kind).ifPresent(one -> versions.put(kind, one)));
        });
        return versions;
    }
}
