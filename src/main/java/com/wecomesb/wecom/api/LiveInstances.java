package com.wecomesb.wecom.api;

/** How many instances of the bus share the limits that WeCom sets for a corp; without such a bean it is one. */
@FunctionalInterface
public interface LiveInstances {

    /** At least 1. */
    int count();
}
