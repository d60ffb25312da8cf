package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class OwnershipOnPostgresIT extends OwnershipContract {

    OwnershipOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
