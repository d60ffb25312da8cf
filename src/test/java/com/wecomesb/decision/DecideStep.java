package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The decide step, on a database of its own for each test. */
abstract class DecideStep {

    private final TestDatabase database;

    DecideContext decide;
    ReceivedEvents events;
    DecisionTables decided;

    DecideStep(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        decide = new DecideContext(database.migrated());
        events = decide.events();
        decided = decide.decided();
    }

    @AfterEach
    void close() {
        decide.close();
    }
}
