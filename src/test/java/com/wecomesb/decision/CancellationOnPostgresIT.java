package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class CancellationOnPostgresIT extends CancellationContract {

    CancellationOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
