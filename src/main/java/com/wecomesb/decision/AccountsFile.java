package com.wecomesb.decision;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/** Owns {@code accounts.yaml}. Without the file every account has the mode of its app. */
public final class AccountsFile implements FormatOwner<Accounts> {

    static final String PATH = "accounts.yaml";

    private static final Set<String> SECTIONS = Set.of("accounts", "apps", "brands", "groups");
    private static final Bindable<Map<String, Map<String, String>>> APPS =
            Bindable.of(ResolvableType.forClassWithGenerics(
                    Map.class,
                    ResolvableType.forClass(String.class),
                    ResolvableType.forClassWithGenerics(Map.class, String.class, String.class)));

    private final Environment environment;

    /** A reader that takes {@code ${NAME}} and the modes of the apps from {@code environment}. */
    public AccountsFile(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public boolean owns(String path) {
        return path.equals(PATH);
    }

    @Override
    public Accounts read(List<SourceFile> files, Mistakes mistakes) {
        Map<String, Mode> modes = modesOfApps(mistakes);
        AccountsReader reader = new AccountsReader(environment, modes, mistakes);
        for (SourceFile file : files) {
            YamlFile.read(file.path(), file.text(), mistakes).ifPresent(root -> {
                for (YamlNode key : root.keys()) {
                    if (!SECTIONS.contains(key.text())) {
                        mistakes.add(key, "不认识“" + key.text() + "”,这里可以写 accounts、apps、brands、groups");
                    }
                }
                root.get("apps").ifPresent(reader::apps);
                root.get("brands").ifPresent(reader::brands);
                root.get("accounts").ifPresent(reader::accounts);
                root.get("groups").ifPresent(reader::groups);
            });
        }
        return reader.result();
    }

    private Map<String, Mode> modesOfApps(Mistakes mistakes) {
        Map<String, Mode> modes = new HashMap<>();
        Binder.get(environment)
                .bind("esb.wecom.apps", APPS)
                .orElse(Map.of())
                .keySet()
                .forEach(app -> {
                    String setting = "esb.wecom.apps." + app + ".mode";
                    String word = environment.getProperty(setting, "testers");
                    Mode.of(word)
                            .ifPresentOrElse(
                                    mode -> modes.put(app, mode),
                                    () -> mistakes.addWholeFile(setting, AccountsReader.unknownMode(word)));
                });
        return modes;
    }
}
