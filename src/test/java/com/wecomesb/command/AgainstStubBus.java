package com.wecomesb.command;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a stub of the bus, which has left its key in its data folder. */
abstract class AgainstStubBus {

    @TempDir
    Path data;

    @AutoClose
    StubBus bus;

    @BeforeEach
    void start() throws IOException {
        bus = new StubBus(data);
    }
}
