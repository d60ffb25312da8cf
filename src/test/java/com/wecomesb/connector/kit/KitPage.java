package com.wecomesb.connector.kit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page that shows which connector is tried with what. */
final class KitPage {

    private static final String HEAD = """
            # The connector kit

            One contract test runs every connector through the same rules, against a server that replays what real systems said (or what
            their documentation says) and then misbehaves. This page is written and checked by it: a number is how many cases were tried and
            held, a letter says why there is none. [How to get your connector into the kit](../how-to/add-a-connector.md).

            """;

    private KitPage() {}

    static String of(List<KitFile> kits, Function<KitFile, List<KitCase>> casesOf) {
        Map<String, Map<KitRule, Long>> counted = new TreeMap<>();
        kits.forEach(kit -> counted.put(
                kit.name(),
                casesOf.apply(kit).stream().collect(Collectors.groupingBy(KitCase::rule, Collectors.counting()))));
        Map<String, String> letters = new TreeMap<>();
        StringBuilder page = new StringBuilder(HEAD);
        page.append(row("rule", kits.stream().map(KitFile::name).toList()));
        page.append(row("---", kits.stream().map(kit -> "---").toList()));
        for (KitRule rule : KitRule.values()) {
            page.append(row(
                    rule.meaning() + " (`" + rule.word() + "`)",
                    kits.stream()
                            .map(kit -> cell(
                                    counted.get(kit.name()).get(rule), kit.not().get(rule.word()), letters))
                            .toList()));
        }
        page.append("\n## The calls\n\n| connector | calls |\n|---|---|\n");
        kits.forEach(kit -> page.append("| " + kit.name() + " | "
                + kit.calls().stream().map(KitCall::name).collect(Collectors.joining(", ")) + " |\n"));
        if (!letters.isEmpty()) {
            page.append("\n## Why not\n\n");
            letters.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(letter -> page.append("- **" + letter.getValue() + "** " + letter.getKey() + "\n"));
        }
        return page.toString();
    }

    private static String cell(Long count, String reason, Map<String, String> letters) {
        if (count != null) {
            return String.valueOf(count);
        }
        return letters.computeIfAbsent(
                String.valueOf(reason), unknown -> String.valueOf((char) ('a' + letters.size())));
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }
}
