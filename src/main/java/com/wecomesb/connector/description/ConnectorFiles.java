package com.wecomesb.connector.description;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owns {@code connectors/*.connector.yaml}. */
public final class ConnectorFiles implements FormatOwner<Connectors> {

    private static final Pattern FILE = Pattern.compile("connectors/(?:.+/)?([^/]+)\\.connector\\.yaml");

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
                YamlFile.read(file.path(), file.text(), mistakes)
                        .flatMap(root -> new ConnectorReader(root, name.group(1), mistakes).read())
                        .ifPresent(description -> byName.put(description.name(), description));
            }
        }
        return new Connectors(byName);
    }
}
