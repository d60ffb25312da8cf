package com.wecomesb.sync;

import com.wecomesb.database.TestDatabase;

class ConflictOnPostgresIT extends ConflictContract {

    ConflictOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
