package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class ChangeOnPostgresIT extends ChangeContract {

    ChangeOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
