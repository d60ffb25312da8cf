package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a file's {@code tables}: {@code {stage: {new: NEW}, country: {csv: countries.csv, from: ours, to: theirs}}}. */
public final class TableReader {

    private static final KnownKeys OF_A_CSV = KnownKeys.of("CSV 对照表", "csv", "from", "to");

    private final Map<String, Csv> files;
    private final Mistakes mistakes;

    /**
     * @param files the CSV files beside the mappings, by name
     */
    public TableReader(Map<String, Csv> files, Mistakes mistakes) {
        this.files = files;
        this.mistakes = mistakes;
    }

    public Map<String, LookupTable> read(YamlNode tables) {
        Map<String, LookupTable> read = new LinkedHashMap<>();
        if (!tables.isMap()) {
            mistakes.add(tables, "tables 写成 {名字: {值: 对应的值}} 或 {名字: {csv: 文件.csv, from: 列, to: 列}}");
        }
        tables.map().forEach((name, table) -> read.put(name, table(name, table)));
        return Map.copyOf(read);
    }

    /** A table whose keys stand in the file itself. */
    static LookupTable inPlace(YamlNode table) {
        List<LookupTable.Row> rows = new ArrayList<>();
        Map<String, YamlNode> values = table.map();
        table.keys()
                .forEach(key -> rows.add(new LookupTable.Row(
                        key.json(),
                        Objects.requireNonNull(values.get(key.text())).json())));
        return new LookupTable(rows);
    }

    private LookupTable table(String name, YamlNode table) {
        Optional<YamlNode> csv = table.get("csv").filter(file -> file.text().endsWith(".csv"));
        if (csv.isPresent()) {
            OF_A_CSV.check(table, mistakes);
            return ofFile(csv.get(), table);
        }
        if (!table.isMap() || table.map().isEmpty()) {
            mistakes.add(table, "对照表 " + name + " 是空的,写成 {" + name + ": {new: NEW, member: CONNECTED}}");
        }
        return inPlace(table);
    }

    private LookupTable ofFile(YamlNode name, YamlNode table) {
        Csv file = files.get(name.text());
        if (file == null) {
            String known = files.isEmpty() ? ",mappings 文件夹里还没有 CSV 文件" : Suggestion.of(name.text(), files.keySet());
            mistakes.add(name, "没有文件 mappings/" + name.text() + known);
            return new LookupTable(List.of());
        }
        int from = column(file, table, "from", 0);
        int to = column(file, table, "to", 1);
        return from < 0 || to < 0 ? new LookupTable(List.of()) : rows(file, from, to);
    }

    private int column(Csv file, YamlNode table, String key, int standIn) {
        Optional<YamlNode> wanted = table.get(key);
        int column = wanted.map(node -> file.header().indexOf(node.text())).orElse(standIn);
        if (column < 0 || column >= file.header().size()) {
            YamlNode where = wanted.orElse(table);
            mistakes.add(
                    where, file.path() + " 没有列“" + where.text() + "”" + Suggestion.of(where.text(), file.header()));
            return -1;
        }
        return column;
    }

    private LookupTable rows(Csv file, int from, int to) {
        List<LookupTable.Row> rows = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Csv.Line line : file.lines()) {
            String key = line.cell(from);
            if (key.isEmpty()) {
                continue;
            }
            if (!keys.add(key)) {
                mistakes.add(file.mistake(line, "列“" + file.header().get(from) + "”里“" + key + "”出现了两次"));
            }
            rows.add(new LookupTable.Row(
                    JsonNodeFactory.instance.textNode(key), JsonNodeFactory.instance.textNode(line.cell(to))));
        }
        return new LookupTable(rows);
    }
}
