package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class ReplayOnPostgresIT extends ReplayContract {

    ReplayOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
