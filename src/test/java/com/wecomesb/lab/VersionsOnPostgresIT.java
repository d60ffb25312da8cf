package com.wecomesb.lab;

import com.wecomesb.database.TestDatabase;

class VersionsOnPostgresIT extends VersionsContract {

    VersionsOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
