package com.wecomesb.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What systems can be joined, whether those that are know us, and the files of a new one; needs no running bus. */
@Command(
        name = "connector",
        mixinStandardHelpOptions = true,
        description = "Shows connectors, asks systems whether they know us, and begins a new connector.",
        subcommands = {
            ConnectorListCommand.class,
            ConnectorShowCommand.class,
            ConnectorCheckCommand.class,
            ConnectorNewCommand.class
        })
final class ConnectorCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, show, check or new");
    }
}
