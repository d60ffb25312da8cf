package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class DelayOnPostgresIT extends DelayContract {

    DelayOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
