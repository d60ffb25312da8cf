package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is paused by people and what platforms hold back. */
@Command(name = "gates", mixinStandardHelpOptions = true, description = "Lists what is paused or held back.")
final class GatesCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/gates";
    private static final String SCOPES = "bot, destination:reply|crm|shop|ticket|notify, system:NAME or app:NAME";

    @Mixin
    private BusOptions options;

    @Override
    public Integer call() {
        print(options, options.bus().get(PATH));
        return 0;
    }

    /** Closes a gate. */
    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Pauses; what is due waits, nothing is lost.")
    static final class Pause implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Parameters(paramLabel = "SCOPE", description = SCOPES)
        private String scope;

        @Option(names = "--reason", defaultValue = "", description = "for those who see it")
        private String reason;

        @Option(
                names = "--for",
                paramLabel = "DURATION",
                converter = DurationConverter.class,
                description = "30s, 10m, 2h; without it until resume")
        private @Nullable Duration duration;

        @Override
        public Integer call() {
            ObjectNode pause = JsonNodeFactory.instance
                    .objectNode()
                    .put("scope", scope)
                    .put("reason", reason)
                    .put(
                            "until",
                            duration == null
                                    ? null
                                    : Instant.now().plus(duration).toString());
            print(options, options.bus().post(PATH, pause));
            return 0;
        }
    }

    /** Opens a gate. */
    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets what was paused go on.")
    static final class Resume implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Parameters(paramLabel = "SCOPE", description = SCOPES)
        private String scope;

        @Override
        public Integer call() {
            print(options, options.bus().delete(PATH + "/" + BusClient.encoded(scope)));
            return 0;
        }
    }

    /** Reads durations as settings have them. */
    static final class DurationConverter implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String value) {
            return DurationStyle.detectAndParse(value);
        }
    }

    private static void print(BusOptions options, JsonNode gates) {
        options.print(gates, out -> {
            gates.path("items")
                    .forEach(gate -> out.println(gate.path("kind").asText() + "  "
                            + gate.path("scope").asText() + "  "
                            + gate.path("until").asText("") + "  "
                            + gate.path("reason").asText()));
            if (gates.path("items").isEmpty()) {
                out.println("没有暂停,也没有限流");
            }
        });
    }
}
