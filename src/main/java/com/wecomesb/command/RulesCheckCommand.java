package com.wecomesb.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.configuration.AskedVerbs;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.connector.Systems;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.ExampleCoverage;
import com.wecomesb.rule.ExampleCoverage.Share;
import com.wecomesb.rule.Finding;
import com.wecomesb.rule.RuleChecks;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.Language;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what is wrong in the files of a routes folder, and what is probably not meant. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the mistakes of all files with their lines, rules that never act, overlaps, and what no example tries.",
            "Exit code 1 if there is a mistake, or a rule that never acts."
        })
final class RulesCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OfflineConfiguration configuration;

    @Option(names = "--strict", description = "exit code 1 for whatever is worth a look, too")
    private boolean strict;

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Built built = configuration.build();
        List<Finding> findings = built.mistakes().isEmpty() ? findings(built.checked()) : List.of();
        PrintWriter out = EsbCommand.out(spec);
        if (json) {
            out.println(BusOptions.text(asJson(built.mistakes(), findings)));
        } else {
            tell(built, findings, out);
        }
        out.flush();
        boolean bad = !built.mistakes().isEmpty() || findings.stream().anyMatch(finding -> strict || finding.isError());
        return bad ? CommandFailed.NOT_WELL : 0;
    }

    private List<Finding> findings(Snapshot checked) {
        Calendars calendars = checked.part(Calendars.class);
        List<Finding> findings = new ArrayList<>(RuleChecks.of(
                checked.part(RuleSet.class),
                checked.part(Language.class),
                calendars,
                LocalDateTime.now(calendars.zone())));
        // Mistakes of the settings are for the start to tell.
        Systems systems = OfflineConnectors.systems(configuration.settings(), new Mistakes());
        findings.addAll(AskedVerbs.missing(checked, systems));
        return findings;
    }

    private static void tell(Built built, List<Finding> findings, PrintWriter out) {
        built.mistakes().forEach(out::println);
        built.unknown().forEach(path -> out.println(path + ": 不属于任何格式,没有作用"));
        findings.forEach(finding -> out.println((finding.isError() ? "错误 " : "注意 ") + finding));
        if (built.mistakes().isEmpty()) {
            Snapshot checked = built.checked();
            Share share = ExampleCoverage.of(
                    checked.part(RuleSet.class), checked.part(Language.class), checked.part(Calendars.class));
            out.println("例句 " + share.examples() + " 句,走到规则 " + share.rulesReached() + "/" + share.rules() + ",条件 "
                    + share.conditionsReached() + "/" + share.conditions());
        }
        long errors = built.mistakes().size()
                + findings.stream().filter(Finding::isError).count();
        out.println(errors == 0 ? "没有错误" : errors + " 处错误");
    }

    private static ArrayNode asJson(List<Mistake> mistakes, List<Finding> findings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        mistakes.forEach(mistake -> put(mistake, all.addObject()).put("level", "error"));
        findings.forEach(finding -> put(finding.where().mistake(finding.message()), all.addObject())
                .put("level", finding.isError() ? "error" : "warning")
                .put("kind", finding.kind().name()));
        return all;
    }

    private static ObjectNode put(Mistake mistake, ObjectNode into) {
        return into.put("file", mistake.file())
                .put("line", mistake.line())
                .put("column", mistake.column())
                .put("message", mistake.message());
    }
}
