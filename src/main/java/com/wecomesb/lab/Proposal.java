package com.wecomesb.lab;

import com.wecomesb.configuration.RouteFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Files that somebody wants to have in force.
 *
 * @param files the texts by path, {@code rules/returns.yaml}; empty: the file is to go
 * @param whole whether they are whole folders: what else is in a folder that one of them is in is to go, too
 */
public record Proposal(Map<String, Optional<String>> files, boolean whole) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public Proposal {
        files = files.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().map(Proposal::plain)));
    }

    /** Exactly this content and no other. */
    static Proposal exactly(Map<String, String> content, RouteFiles base) {
        Map<String, Optional<String>> files = new HashMap<>();
        base.content().keySet().forEach(path -> files.put(path, Optional.empty()));
        content.forEach((path, text) -> files.put(path, Optional.of(text)));
        return new Proposal(files, false);
    }

    /** What of it is not so already. */
    Map<String, Optional<String>> changes(RouteFiles base) {
        Map<String, String> there = base.content();
        Map<String, Optional<String>> changes = new HashMap<>(files);
        if (whole) {
            Set<String> folders = files.keySet().stream().map(Proposal::folder).collect(Collectors.toSet());
            there.keySet().stream()
                    .filter(path -> !folder(path).isEmpty() && folders.contains(folder(path)))
                    .forEach(path -> changes.putIfAbsent(path, Optional.empty()));
        }
        changes.entrySet()
                .removeIf(change ->
                        Optional.ofNullable(there.get(change.getKey())).equals(change.getValue()));
        return changes;
    }

    private static String folder(String path) {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    private static String plain(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "Proposal" + files.keySet();
    }
}
