package com.wecomesb.command;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the parts of the command line, with the process's environment where they read it. */
final class CommandFactory implements IFactory {

    private final Map<String, String> environment;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type == BusOptions.class ? type.cast(new BusOptions(environment)) : others.create(type);
    }
}
