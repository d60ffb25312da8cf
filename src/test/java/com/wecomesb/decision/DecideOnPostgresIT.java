package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class DecideOnPostgresIT extends DecideContract {

    DecideOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
