package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class ChangeListOnPostgresIT extends ChangeListContract {

    ChangeListOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
