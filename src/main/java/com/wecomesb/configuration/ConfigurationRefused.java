package com.wecomesb.configuration;

import com.wecomesb.document.Mistake;
import java.util.List;
import java.util.stream.Collectors;

/** The files have mistakes at the start: the bus does not start. */
public final class ConfigurationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public ConfigurationRefused(List<Mistake> mistakes) {
        super(mistakes.size() + " mistakes in the configuration:\n"
                + mistakes.stream().map(mistake -> "  " + mistake).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
