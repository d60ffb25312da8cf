package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class HoldingBackOnPostgresIT extends HoldingBackContract {

    HoldingBackOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
