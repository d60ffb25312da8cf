package com.wecomesb.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about rules: {@code check} and {@code explain} need no running bus. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks, explains, tries and publishes rules.",
        subcommands = {
            RulesCheckCommand.class,
            RulesExplainCommand.class,
            RuleLabCommands.Shadow.class,
            RuleLabCommands.Publish.class,
            RuleLabCommands.Versions.class,
            RuleLabCommands.Back.class
        })
final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check, explain, shadow, publish, versions or back");
    }
}
