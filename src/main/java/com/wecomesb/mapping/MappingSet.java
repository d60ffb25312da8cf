package com.wecomesb.mapping;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.shape.Shapes;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All mappings of one configuration. Immutable and thread-safe. */
public final class MappingSet {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");
    private static final MappingSet EMPTY = new MappingSet(Map.of());

    private final Map<String, Mapping> mappings;

    private MappingSet(Map<String, Mapping> mappings) {
        this.mappings = mappings;
    }

    public static MappingSet empty() {
        return EMPTY;
    }

    /** Reads files that need no others, with dates meant in China's time zone where nothing else is said. */
    public static MappingSet read(List<YamlNode> files, Mistakes mistakes) {
        return read(files, new MappingReader(BUSINESS_ZONE, Map.of(), Shapes.none(), mistakes), mistakes);
    }

    /** Every mistake of all files is noted, and a file that has one is left out. */
    static MappingSet read(List<YamlNode> files, MappingReader reader, Mistakes mistakes) {
        Map<String, Mapping> mappings = new TreeMap<>();
        for (YamlNode file : files) {
            for (Mapping mapping : reader.read(file)) {
                if (mappings.putIfAbsent(mapping.name(), mapping) != null) {
                    mistakes.add(file, "映射 " + mapping.name() + " 在另一个文件里已经有了");
                }
            }
        }
        return new MappingSet(mappings);
    }

    public Optional<Mapping> find(String name) {
        return Optional.ofNullable(mappings.get(name));
    }

    /** From a canonical document to a system's own: {@code CANONICAL-to-SYSTEM}, else {@code CANONICAL-to-CONNECTOR}. */
    public Optional<Mapping> forCall(String canonical, String system, String connector) {
        return ofSystem(canonical + "-to-" + system, canonical, system).or(() -> find(canonical + "-to-" + connector));
    }

    /** Back from a system's answer: {@code SYSTEM-to-CANONICAL}, else {@code CONNECTOR-to-CANONICAL}. */
    public Optional<Mapping> forAnswer(String canonical, String system, String connector) {
        return ofSystem(system + "-to-" + canonical, canonical, system).or(() -> find(connector + "-to-" + canonical));
    }

    /** A system called {@code ticket} has no mapping of its own: {@code ticket-to-ticket} would not say which way it goes. */
    private Optional<Mapping> ofSystem(String name, String canonical, String system) {
        return system.equals(canonical) ? Optional.empty() : find(name);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(mappings.keySet());
    }
}
