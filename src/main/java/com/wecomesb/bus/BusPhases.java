package com.wecomesb.bus;

/**
 * The order in which the parts of the bus start, all before Camel's routes; they stop after them, in the opposite
 * order. Only {@link #DRAIN} comes before Camel when the process stops.
 */
public final class BusPhases {

    /** The embedded broker. */
    public static final int BROKER = -3000;

    /** The topics, as soon as there is a broker. */
    public static final int TOPICS = -2000;

    /** What appends and moves records. */
    public static final int LOG = -1000;

    /** With the web server, which stops just before Camel: consumers are told at once to take nothing new. */
    public static final int DRAIN = Integer.MAX_VALUE - 2048;

    private BusPhases() {}
}
