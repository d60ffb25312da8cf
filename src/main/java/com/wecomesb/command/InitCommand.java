package com.wecomesb.command;

import com.wecomesb.configuration.ShippedContent;
import com.wecomesb.configuration.ShippedFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the example content out. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes the example rules, replies and accounts into a new folder, to begin with.")
final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet, or is empty")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        new ShippedContent(ShippedFiles.ofProduct()).writeTo(folder);
        EsbCommand.out(spec).println("written to " + folder + "; run the bus with --esb.routes-dir=" + folder);
        return 0;
    }
}
