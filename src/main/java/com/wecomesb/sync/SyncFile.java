package com.wecomesb.sync;

import com.wecomesb.document.FileSchema;
import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Owns {@code sync.yaml}; without the file nothing is kept in step by itself. */
public final class SyncFile implements FormatOwner<SyncPlan> {

    static final String PATH = "sync.yaml";

    private static final FileSchema SCHEMA = FileSchema.named("sync");
    private static final KnownKeys FILE = KnownKeys.of("同步文件", "sync");

    private final Set<String> systems;

    /** @param systems the names that may stand here; those of the simulators are known anyway */
    public SyncFile(Set<String> systems) {
        this.systems = new HashSet<>(systems);
        this.systems.addAll(List.of("crm", "shop", "ticket"));
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public boolean owns(String path) {
        return path.equals(PATH);
    }

    @Override
    public SyncPlan read(List<SourceFile> files, Mistakes mistakes) {
        List<SyncRule> rules = new ArrayList<>();
        for (SourceFile file : files) {
            YamlFile.read(file.path(), file.text(), mistakes).ifPresent(root -> rules.addAll(read(root, mistakes)));
        }
        return new SyncPlan(rules);
    }

    private List<SyncRule> read(YamlNode root, Mistakes mistakes) {
        int before = mistakes.list().size();
        FILE.check(root, mistakes);
        SyncRuleReader reader = new SyncRuleReader(systems, mistakes);
        root.get("sync").map(YamlNode::items).orElse(List.of()).forEach(reader::read);
        if (mistakes.list().size() == before) {
            SCHEMA.check(root, mistakes);
        }
        return reader.rules();
    }
}
