package com.wecomesb.decision;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/** Reads the sections of {@code accounts.yaml}. */
final class AccountsReader {

    private static final Set<String> ACCOUNT =
            new TreeSet<>(Set.of("app", "kf", "brand", "handoff", "industry", "mode", "testers"));
    private static final Set<String> APP = Set.of("industry");
    private static final Set<String> GROUP = new TreeSet<>(Set.of("app", "users"));

    private final PropertyResolver environment;
    private final Map<String, Mode> modesOfApps;
    private final Mistakes mistakes;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final BrandReader brands;
    private final Map<String, YamlNode> addresses = new HashMap<>();
    private final Map<String, Industry> industries = new HashMap<>();
    private final List<YamlNode> namedApps = new ArrayList<>();

    AccountsReader(PropertyResolver environment, Map<String, Mode> modesOfApps, Mistakes mistakes) {
        this.environment = environment;
        this.modesOfApps = modesOfApps;
        this.mistakes = mistakes;
        brands = new BrandReader(this::value, mistakes);
    }

    Accounts result() {
        Set<String> known = new TreeSet<>(modesOfApps.keySet());
        accounts.forEach(account -> known.add(account.app()));
        namedApps.stream()
                .filter(app -> !known.contains(app.text()))
                .forEach(app -> mistakes.add(app, "没有应用“" + app.text() + "”" + Suggestion.of(app.text(), known)));
        return new Accounts(accounts, groups, brands.brands(), modesOfApps, industries);
    }

    /** To be read before the accounts, which are of their app's industry. */
    void apps(YamlNode section) {
        if (isMap(section, "apps 下面应是 “应用名: {industry: finance}”")) {
            namedApps.addAll(section.keys());
            section.map().forEach((app, entry) -> {
                if (isMap(entry, "“" + app + "”应写成 {industry: finance}")) {
                    checkKeys(entry, APP);
                    industry(entry).ifPresent(industry -> industries.put(app, industry));
                }
            });
        }
    }

    private Optional<Industry> industry(YamlNode entry) {
        Optional<YamlNode> written = entry.get("industry");
        Optional<Industry> industry = written.flatMap(node -> Industry.of(node.text()));
        if (written.isPresent() && industry.isEmpty()) {
            mistakes.add(
                    written.get(),
                    "没有行业“" + written.get().text() + "”"
                            + Suggestion.of(written.get().text(), Industry.words()) + ";别的行业不用写");
        }
        return industry;
    }

    void accounts(YamlNode section) {
        if (isMap(section, "accounts 下面应是 “名称: {app: …}”")) {
            section.map().forEach(this::account);
        }
    }

    void groups(YamlNode section) {
        if (isMap(section, "groups 下面应是 “组名: {app: …, users: […]}”")) {
            section.map().forEach(this::group);
        }
    }

    /** To be read before the accounts, which name them. */
    void brands(YamlNode section) {
        if (isMap(section, "brands 下面应是 “品牌: {name: …, hotline: …}”")) {
            section.map().forEach(brands::read);
        }
    }

    static String unknownMode(String word) {
        return "不认识模式“" + word + "”,可以写 stopped、shadow、testers、live 或 20% 这样的比例";
    }

    private void account(String name, YamlNode entry) {
        if (!isMap(entry, "“" + name + "”应写成 {app: …, kf: …, mode: …}")) {
            return;
        }
        checkKeys(entry, ACCOUNT);
        String app = required(entry, "app");
        String kf = entry.get("kf").map(this::value).orElse(null);
        Mode mode = entry.get("mode").map(this::mode).orElse(modesOfApps.getOrDefault(app, Mode.TESTERS));
        Set<String> testers = Set.copyOf(values(entry, "testers"));
        checkUnique(kf == null ? "app " + app : "kf " + kf, entry);
        accounts.add(new Account(
                name,
                app,
                kf,
                entry.get("brand").map(brands::known).orElse(null),
                mode,
                testers,
                entry.get("handoff").map(this::value).orElse(null),
                industry(entry).orElse(industries.get(app))));
    }

    private void group(String name, YamlNode entry) {
        if (!isMap(entry, "“" + name + "”应写成 {app: …, users: [成员的 userid]}")) {
            return;
        }
        checkKeys(entry, GROUP);
        List<String> users = values(entry, "users");
        if (users.isEmpty()) {
            mistakes.add(entry, "“" + name + "”没有成员:请在 users 里写成员的 userid");
        }
        groups.add(new Group(name, required(entry, "app"), users));
    }

    private Mode mode(YamlNode node) {
        return Mode.of(node.text()).orElseGet(() -> {
            mistakes.add(node, unknownMode(node.text()));
            return Mode.TESTERS;
        });
    }

    private void checkUnique(String address, YamlNode entry) {
        YamlNode first = addresses.putIfAbsent(address, entry);
        if (first != null) {
            mistakes.add(entry, "“" + address + "”已在第 " + first.line() + " 行写过,一个账号只能写一次");
        }
    }

    private void checkKeys(YamlNode entry, Set<String> known) {
        for (YamlNode key : entry.keys()) {
            if (!known.contains(key.text())) {
                mistakes.add(
                        key, "不认识“" + key.text() + "”,这里可以写 " + known.stream().collect(Collectors.joining("、")));
            }
        }
    }

    private boolean isMap(YamlNode node, String otherwise) {
        if (!node.isMap()) {
            mistakes.add(node, otherwise);
        }
        return node.isMap();
    }

    private String required(YamlNode entry, String key) {
        String value = entry.get(key).map(this::value).orElse("");
        if (value.isBlank()) {
            mistakes.add(entry, "缺少 " + key);
        }
        return value;
    }

    private List<String> values(YamlNode entry, String key) {
        return entry.get(key).map(YamlNode::items).orElse(List.of()).stream()
                .map(this::value)
                .toList();
    }

    private @Nullable String unresolved(String text) {
        int start = text.indexOf("${");
        int end = text.indexOf('}', start + 2);
        return start < 0 || end < 0 ? null : text.substring(start + 2, end);
    }

    private String value(YamlNode node) {
        if (!node.isText()) {
            mistakes.add(node, "这里应是文字");
            return "";
        }
        String value = environment.resolvePlaceholders(node.text());
        String missing = unresolved(value);
        if (missing != null) {
            mistakes.add(node, "没有名为 " + missing + " 的环境变量或设置");
        }
        return value;
    }
}
