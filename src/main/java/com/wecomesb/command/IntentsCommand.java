package com.wecomesb.command;

import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.document.Mistake;
import com.wecomesb.understanding.IntentModel;
import com.wecomesb.understanding.IntentQuality;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks the intents of a routes folder and measures how well they are told apart; needs no running bus. */
@Command(
        name = "intents",
        mixinStandardHelpOptions = true,
        description = "Checks intents and measures how well they are told apart, without a running bus.")
final class IntentsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Lists the mistakes of the intent files; without any, cross-validates their examples beside"
                    + " plain liblinear. Exit code 1 if there is a mistake.")
    int check(
            @Mixin OfflineConfiguration configuration,
            @Option(names = "--json", description = "print as JSON") boolean json) {
        Built built = configuration.build();
        List<Mistake> mistakes = built.mistakes().stream()
                .filter(mistake -> mistake.file().startsWith("intents/"))
                .toList();
        PrintWriter out = EsbCommand.out(spec);
        IntentModel model = mistakes.isEmpty() ? built.checked().part(IntentModel.class) : null;
        if (model == null || model.intents().isEmpty()) {
            if (json) {
                out.println(BusOptions.text(IntentsReport.of(mistakes)));
            } else {
                mistakes.forEach(out::println);
                out.println(mistakes.isEmpty() ? "没有意图" : mistakes.size() + " 处错误");
            }
        } else {
            IntentsReport report = new IntentsReport(IntentQuality.of(model.intents()));
            if (json) {
                out.println(BusOptions.text(report.json()));
            } else {
                report.tell(out);
            }
        }
        out.flush();
        return mistakes.isEmpty() ? 0 : CommandFailed.NOT_WELL;
    }
}
