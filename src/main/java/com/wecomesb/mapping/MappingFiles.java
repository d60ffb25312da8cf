package com.wecomesb.mapping;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.shape.Shapes;
import com.wecomesb.mapping.step.Csv;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Owns {@code mappings/*.yaml} with the CSV files beside them, and reads {@code schemas/*.schema.json}, of which somebody else
 * is the owner, too.
 */
public final class MappingFiles implements FormatOwner<MappingSet> {

    private static final String FOLDER = "mappings/";
    private static final Pattern SCHEMA = Pattern.compile("schemas/([^/]+)\\.schema\\.json");

    private final ZoneId zone;

    /** @param zone what dates mean that name no zone */
    public MappingFiles(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "mappings";
    }

    @Override
    public boolean owns(String path) {
        return (path.startsWith(FOLDER) && (path.endsWith(".yaml") || path.endsWith(".csv")))
                || SCHEMA.matcher(path).matches();
    }

    @Override
    public MappingSet read(List<SourceFile> files, Mistakes mistakes) {
        List<YamlNode> roots = new ArrayList<>();
        Map<String, Csv> csv = new TreeMap<>();
        Map<String, String> schemas = new TreeMap<>();
        for (SourceFile file : files) {
            Matcher schema = SCHEMA.matcher(file.path());
            if (schema.matches()) {
                schemas.put(schema.group(1), file.text());
            } else if (file.path().endsWith(".csv")) {
                csv.put(file.path().substring(FOLDER.length()), Csv.read(file.path(), file.text(), mistakes));
            } else {
                YamlFile.read(file.path(), file.text(), mistakes).ifPresent(roots::add);
            }
        }
        return MappingSet.read(roots, new MappingReader(zone, csv, Shapes.read(schemas), mistakes), mistakes);
    }
}
