package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class PastOnPostgresIT extends PastContract {

    PastOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
