package com.wecomesb.mapping.step;

/**
 * A step and what the file calls it.
 *
 * @param name the word in the table, {@code fen-to-yuan}
 */
public record NamedStep(String name, Step step) {}
