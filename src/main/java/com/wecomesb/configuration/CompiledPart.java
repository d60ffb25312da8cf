package com.wecomesb.configuration;

import java.util.Set;

/** A part of a snapshot that is made of what the files of several formats say. */
public interface CompiledPart {

    /** The part's name, unique among the formats and these. */
    String name();

    /** The formats that must be without mistakes. */
    Set<String> reliesOn();

    /** Makes the part; there is nothing left to be found wrong. */
    Object compile(Snapshot formats);
}
