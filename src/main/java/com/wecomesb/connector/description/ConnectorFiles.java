package com.wecomesb.connector.description;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns {@code connectors/*.connector.yaml}. */
public final class ConnectorFiles implements FormatOwner<Connectors> {

    private static final Pattern FILE = Pattern.compile("connectors/(?:.+/)?([^/]+)\\.connector\\.yaml");

    // A file that has not changed keeps its description, and with it the connections that were made of it.
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String text, ConnectorDescription description) {}

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public boolean owns(String path) {
        return FILE.matcher(path).matches();
    }

    @Override
    public Connectors read(List<SourceFile> files, Mistakes mistakes) {
        Map<String, ConnectorDescription> byName = new TreeMap<>();
        for (SourceFile file : files) {
            Matcher name = FILE.matcher(file.path());
            if (name.matches()) {
                read(file, name.group(1), mistakes).ifPresent(found -> byName.put(found.name(), found));
            }
        }
        return new Connectors(byName);
    }

    private Optional<ConnectorDescription> read(SourceFile file, String name, Mistakes mistakes) {
        Known before = known.get(file.path());
        if (before != null && before.text().equals(file.text())) {
            return Optional.of(before.description());
        }
        Optional<ConnectorDescription> description = YamlFile.read(file.path(), file.text(), mistakes)
                .flatMap(root -> new ConnectorReader(root, name, mistakes).read());
        description.ifPresent(read -> known.put(file.path(), new Known(file.text(), read)));
        return description;
    }
}
