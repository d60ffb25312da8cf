package com.wecomesb.sync;

import com.wecomesb.database.TestDatabase;

class SyncOnPostgresIT extends SyncContract {

    SyncOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
