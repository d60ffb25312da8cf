package com.wecomesb.sync;

import com.wecomesb.database.TestDatabase;

class IdentityOnPostgresIT extends IdentityContract {

    IdentityOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
