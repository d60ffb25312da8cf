package com.wecomesb.connector.kit;

import org.junit.jupiter.api.function.Executable;

/** One thing to try with one connector. */
record KitCase(KitRule rule, String name, Executable trial) {}
