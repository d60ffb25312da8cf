package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class AskingBackOnPostgresIT extends AskingBackContract {

    AskingBackOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
