package com.wecomesb.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 all is well, 1 it is not (mistakes, a refusal), 2 wrong usage, 3 the bus cannot be
 * reached.
 */
@Command(
        name = "wecom-esb",
        mixinStandardHelpOptions = true,
        versionProvider = EsbCommand.Version.class,
        description = "Without a command the bus runs; settings are given as --esb.NAME=VALUE or in the environment.",
        subcommands = {
            InitCommand.class,
            DoctorCommand.class,
            SandboxCommand.class,
            RulesCommand.class,
            IntentsCommand.class,
            BooksCommand.class,
            MappingCommand.class,
            ConnectorCommand.class,
            SyncCommand.class,
            ConflictsCommand.class,
            IdentityCommand.class,
            StatusCommand.class,
            TraceCommand.class,
            DeadLettersCommand.class,
            GatesCommand.class,
            GatesCommand.Pause.class,
            GatesCommand.Resume.class,
            DrainCommand.class
        })
public final class EsbCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Whether these arguments name a command, and not settings of the bus. */
    public static boolean isMeant(String[] arguments) {
        if (arguments.length == 0) {
            return false;
        }
        String first = arguments[0];
        return !first.startsWith("--") || first.equals("--help") || first.equals("--version");
    }

    /** Runs a command and answers the exit code. */
    public static int run(String[] arguments) {
        // Before the first logger: programs read the standard output.
        System.setProperty("esb.log.target", "System.err");
        System.setProperty("esb.log.level", "WARN");
        CommandLine commandLine = commandLine(System.getenv());
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            // A shell without a locale would turn Chinese into question marks.
            commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        }
        return commandLine.execute(arguments);
    }

    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine commandLine = new CommandLine(new EsbCommand(), new CommandFactory(environment));
        commandLine.setExecutionExceptionHandler((exception, command, result) -> {
            command.getErr().println(command.getColorScheme().errorText(CommandFailed.words(exception)));
            return CommandFailed.exitCode(exception);
        });
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is needed");
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = EsbCommand.class.getPackage().getImplementationVersion();
            return new String[] {"wecom-esb " + (version == null ? "(not packaged)" : version)};
        }
    }

    static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }
}
