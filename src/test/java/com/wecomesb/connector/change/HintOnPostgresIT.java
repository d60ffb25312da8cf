package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class HintOnPostgresIT extends HintContract {

    HintOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
