package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What could not be handled. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists, replays or discards what could not be handled.")
final class DeadLettersCommand implements Runnable {

    private static final String PATH = "/api/v1/dead-letters";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, replay or discard");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The newest first.")
    int list(
            @Mixin BusOptions options,
            @Option(names = "--state", defaultValue = "OPEN", description = "OPEN, REPLAYED, DISCARDED or ALL")
                    String state,
            @Option(names = "--limit", defaultValue = "50", description = "1 to 200") int limit) {
        JsonNode answer = options.bus().get(PATH + "?state=" + BusClient.encoded(state) + "&limit=" + limit);
        options.print(answer, out -> answer.path("items").forEach(letter -> tell(letter, out)));
        return 0;
    }

    @Command(name = "replay", mixinStandardHelpOptions = true, description = "Handles it again.")
    int replay(
            @Mixin BusOptions options,
            @Parameters(paramLabel = "ID", description = "its number") long id,
            @Option(names = "--confirm", description = "also if it came too late to be of use") boolean confirm) {
        JsonNode answer = options.bus().post(PATH + "/" + id + "/replay?confirm=" + confirm, null);
        options.print(answer, out -> tell(answer, out));
        return 0;
    }

    @Command(name = "discard", mixinStandardHelpOptions = true, description = "Leaves it as it is, for good.")
    int discard(@Mixin BusOptions options, @Parameters(paramLabel = "ID", description = "its number") long id) {
        JsonNode answer = options.bus().post(PATH + "/" + id + "/discard", null);
        options.print(answer, out -> tell(answer, out));
        return 0;
    }

    private static void tell(JsonNode letter, PrintWriter out) {
        out.println(letter.path("id").asLong() + "  " + letter.path("createdAt").asText() + "  "
                + letter.path("state").asText() + "  " + letter.path("kind").asText() + " "
                + letter.path("type").asText() + "  " + letter.path("reference").asText() + "  "
                + letter.path("reason").asText());
    }
}
