package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class PerformOnPostgresIT extends PerformContract {

    PerformOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
