package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class PoisonedRecordOnPostgresIT extends PoisonedRecordContract {

    PoisonedRecordOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
